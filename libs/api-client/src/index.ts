export * from './client.js';
export * from './live-stream.js';
export * from './problem-error.js';
