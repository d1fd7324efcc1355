/** A word as search compares it: lower case, without accents, with й kept apart from и and one kind of sigma. */
export const normalForm = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/(?!\u0306)\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll('ς', 'σ');
