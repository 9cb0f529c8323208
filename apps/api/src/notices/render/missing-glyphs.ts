/** A character that no face can print. A document with a hole is worse than none. */
export class MissingGlyphs extends Error {
  readonly characters: readonly string[];

  constructor(characters: readonly string[]) {
    super(`no glyph for ${characters.join(' ')}`);
    this.characters = characters;
  }
}
