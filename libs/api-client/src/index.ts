export * from './client.js';
export * from './intention-keys.js';
export * from './live-stream.js';
export * from './problem-error.js';
export * from './query-client.js';
export * from './query-meta.js';
export * from './topic-collector.js';
export * from './use-command.js';
