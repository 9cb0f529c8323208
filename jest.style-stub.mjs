// Style sheets mean nothing to a unit test: an import of one gives an empty module.
export {};
