import { FOELSOMHEDER, type Foelsomhed, parseFoelsomhed, parseSystemrolle, type Systemrolle } from '#kernel'

/** How the rights that a login brings are written at this installation. */
export type Privilegieopsaetning = {
  /** The roles' common address: `<rollebase>/roles/usersystemrole/<role>/1`. */
  readonly rollebase: string
  /** The literal values of the foelsomhed constraint. What KOMBIT's own are is not published (domain.md 13). */
  readonly foelsomheder: ReadonlyMap<string, Foelsomhed>
}

/** Until an installation says otherwise: the words of SF1470 itself, and no other. */
export const STANDARDPRIVILEGIER: Privilegieopsaetning = {
  rollebase: 'http://borgerblikket.dk',
  foelsomheder: new Map(FOELSOMHEDER.map((navn) => [navn, navn])),
}

/** The role that a privilege names; undefined for another system's, another version's and an unknown one's, which give nothing here. */
export function parsePrivilegium(tekst: string, { rollebase }: Privilegieopsaetning): Systemrolle | undefined {
  const foran = `${rollebase}/roles/usersystemrole/`
  if (!tekst.startsWith(foran) || !tekst.endsWith('/1')) return undefined
  return parseSystemrolle(tekst.slice(foran.length, -'/1'.length))
}

/** As an operator writes them: `1=IKKE_FORTROLIGE_DATA,2=FORTROLIGE_PERSONOPLYSNINGER`. Undefined where one cannot be read or is said twice. */
export function parseFoelsomhedsvaerdier(tekst: string): ReadonlyMap<string, Foelsomhed> | undefined {
  const vaerdier = new Map<string, Foelsomhed>()
  for (const led of tekst.split(',')) {
    const [vaerdi = '', navn = '', ...mere] = led.split('=').map((del) => del.trim())
    const foelsomhed = parseFoelsomhed(navn)
    if (vaerdi === '' || !foelsomhed || mere.length > 0 || vaerdier.has(vaerdi)) return undefined
    vaerdier.set(vaerdi, foelsomhed)
  }
  return vaerdier
}
