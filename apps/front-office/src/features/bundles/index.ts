export { askersWords } from './askers-words.js';
export { BundlePane } from './bundle-pane.js';
export { BundleResults } from './bundle-results.js';
export { handedOut, resultFiles } from './result-files.js';
