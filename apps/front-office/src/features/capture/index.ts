export { Capture, type CaptureProps } from './capture.js';
