/** The parts of a name as they are compared: letters alone, in small, without accents that are written or not; æ, ø and å stay. */
export const navneled = (navn: string): readonly string[] =>
  navn
    .slice(0, 400)
    .toLowerCase()
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((led) => led !== '')

/** An address as it is compared: letters and digits, in small. Empty for one that says nothing. */
export const adresseform = (adresse: string): string =>
  adresse
    .slice(0, 400)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
