export { type AmendedChild, AmendedChildren, type AmendmentEffect } from './amended-children.js';
export { BundleChild } from './bundle-child.entity.js';
export { BundleEnding } from './bundle-ending.js';
export { BundleFollower } from './bundle-follower.js';
export { BundleOpening } from './bundle-opening.js';
export { BundlesModule } from './bundles.module.js';
