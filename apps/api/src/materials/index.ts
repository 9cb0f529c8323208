export { LibraryShelf } from './library-shelf.js';
export { type LibraryFile, MaterialLibrary } from './material-library.entity.js';
export { MaterialsModule } from './materials.module.js';
