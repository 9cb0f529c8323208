import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { COLORS, SIZES } from './tokens.js';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const kebab = (name: string) => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

function luminance(hex: string): number {
  const channel = (at: number) => {
    const v = parseInt(hex.slice(at, at + 2), 16) / 255;
    return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe('tokens', () => {
  it.each(Object.entries(COLORS))('colour %s is the same in CSS', (name, value) => {
    expect(css).toContain(`--ow-${kebab(name)}: ${value.toLowerCase()};`);
  });

  it.each(Object.entries(SIZES))('sizes of %s are the same in CSS', (size, tokens) => {
    const block = css.split(`:root[data-ow-size='${size}'] {`)[1]?.split('}')[0] ?? '';
    for (const [name, px] of Object.entries(tokens)) expect(block).toContain(`--ow-size-${kebab(name)}: ${px}px;`);
  });

  it.each([
    ['text on page', COLORS.textTertiary, COLORS.current],
    ['disabled', COLORS.textDisabled, COLORS.groundDisabled],
    ['accent on tint', COLORS.accent, COLORS.accentTint],
    ['green on tint', COLORS.green, COLORS.greenTint],
    ['yellow on tint', COLORS.yellow, COLORS.yellowTint],
    ['red on tint', COLORS.red, COLORS.redTint],
    ['red on accent tint', COLORS.red, COLORS.accentTint],
    ['secondary on current', COLORS.textSecondary, COLORS.current],
  ])('%s reads at 4.5:1 or better', (_, ink, ground) => {
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });
});
