import { hasOverlap, type Virkning } from '#kernel'
import { checkFelt, type Feltkontrol, isUrn, type Post, type Sted, toFeltkontrol, toSti } from './check-felt.ts'
import { addInd, checkVirkning } from './check-virkning.ts'
import type { Relationsregel } from './katalog.typer.ts'
import type { Brudliste } from './regelbrud.ts'
import type { Rollekatalog } from './roller.ts'
import { relationerOverlapper, relationMangler, saetning } from './saetninger.ts'

type Fundet = { readonly post: Post; readonly sted: Sted; readonly periode: Virkning | undefined }

/** A role's rule with its fields made ready, those of journalpostEgenskaber apart. */
type Rollekontrol = {
  readonly regel: Relationsregel
  readonly egne: readonly Feltkontrol[]
  readonly egenskaber: readonly Feltkontrol[]
}

/** The rules of one list of relations, by role name. */
export type Listeregler = ReadonlyMap<string, Rollekontrol>

/** The rules of a kind by list and role, in catalogue order. */
export function groupByListe(relationer: readonly Relationsregel[]): ReadonlyMap<string, Listeregler> {
  const lister = new Map<string, Map<string, Rollekontrol>>()
  for (const regel of relationer)
    lister.set(regel.liste, (lister.get(regel.liste) ?? new Map()).set(regel.rolle, toRollekontrol(regel)))
  return lister
}

function toRollekontrol(regel: Relationsregel): Rollekontrol {
  const alle = regel.felter.flatMap(toFeltkontrol)
  const isEgenskab = ({ rod }: Feltkontrol) => rod === 'journalpostEgenskaber'
  return { regel, egne: alle.filter((felt) => !isEgenskab(felt)), egenskaber: alle.filter(isEgenskab) }
}

/**
 * A journal note that is delivered by itself is pointed at by urn:uuid:<its id>; its fields are then checked there (NOT-nnn), not here.
 * What SOAP delivers inside the case is split so once the case's own rules have been checked.
 */
const isSelvstaendigtNotat = (regel: Relationsregel, post: Post): boolean =>
  regel.rolle === 'Journalnotat' && post['journalpostEgenskaber'] === undefined && /^urn:uuid:/i.test(String(post['referenceId']))

function checkFelter(
  { regel, egne, egenskaber }: Rollekontrol,
  { post, sted }: Fundet,
  brud: Brudliste,
  roller: Rollekatalog,
): void {
  for (const felt of egne) checkFelt(felt, post, sted, regel.rolle, brud, roller)
  if (egenskaber.length > 0 && !isSelvstaendigtNotat(regel, post))
    for (const felt of egenskaber) checkFelt(felt, post, sted, regel.rolle, brud, roller)
}

const noegle = ({ post }: Fundet): string => String(post['indeks'] ?? '')

/** Cardinality (`hel`: that none is missing), and that no two relations have the same key (type, rolle, indeks) at the same time. */
function checkAntal(regel: Relationsregel, fundne: readonly Fundet[], liste: string, brud: Brudliste, hel: boolean): void {
  if (fundne.length === 0 && regel.kardinalitet === '1' && hel)
    brud.add(regel.nummer, liste, relationMangler(regel.relation, regel.rolle))
  if (fundne.length < 2) return
  if (regel.kardinalitet !== '0..*') {
    if (overlapper(fundne)) brud.add(regel.nummer, stiOf(fundne[1], liste), relationerOverlapper(regel.relation, regel.rolle))
    return
  }
  for (const [, samme] of Map.groupBy(fundne, noegle))
    if (samme.length > 1 && overlapper(samme)) addInd(brud, 'IND-011', stiOf(samme[1], liste))
}

const stiOf = (fundet: Fundet | undefined, liste: string): string => (fundet ? toSti(fundet.sted) : liste)

const overlapper = (fundne: readonly Fundet[]): boolean => hasOverlap(fundne.flatMap(({ periode }) => (periode ? [periode] : [])))

const INGEN: ReadonlySet<string> = new Set()
const INGEN_FUNDET: readonly Fundet[] = []

/**
 * A relation whose rolle is missing (or a URN) cannot say whose rule it breaks. It is taken as the first role of its list that the item
 * does not have otherwise, which is right wherever one relation lost its role; where every role is there it is IND-010. Gives those roles.
 */
function checkUdenRolle(
  regler: Listeregler,
  fundne: ReadonlyMap<string, Fundet[]>,
  uden: readonly Sted[],
  brud: Brudliste,
): ReadonlySet<string> {
  if (uden.length === 0) return INGEN
  const manglende = [...regler.values()]
    .map(({ regel }) => regel)
    .filter(({ rolle }) => !fundne.has(rolle))
    .slice(0, uden.length)
  for (const [i, sted] of uden.entries()) {
    const rolle = manglende[i]?.felter.find(({ form }) => form === 'rolle')
    if (rolle) brud.add(rolle.nummer, `${toSti(sted)}.rolle`, saetning('mangler', rolle, manglende[i]?.relation))
    else addInd(brud, 'IND-010', `${toSti(sted)}.rolle`)
  }
  return new Set(manglende.map(({ rolle }) => rolle))
}

/** Checks one list of relations, `liste` being its field in the item. `hel` false: it holds only those that change. */
export function checkRelationsliste(
  liste: string,
  regler: Listeregler,
  poster: readonly Post[],
  brud: Brudliste,
  roller: Rollekatalog,
  hel = true,
): void {
  const fundne = new Map<string, Fundet[]>()
  const udenRolle: Sted[] = []
  for (let nr = 0; nr < poster.length; nr++) {
    const post = poster[nr] as Post
    const sted = { liste, nr }
    const fundet = { post, sted, periode: checkVirkning(post, sted, brud) }
    const vaerdi = post['rolle']
    if (vaerdi === undefined || vaerdi === '' || isUrn(vaerdi)) {
      udenRolle.push(sted)
      continue
    }
    const kontrol = regler.get(roller.rolleNavn(liste, String(vaerdi)) ?? '')
    if (!kontrol) {
      addInd(brud, 'IND-010', `${toSti(sted)}.rolle`)
      continue
    }
    const samme = fundne.get(kontrol.regel.rolle)
    if (samme) samme.push(fundet)
    else fundne.set(kontrol.regel.rolle, [fundet])
    checkFelter(kontrol, fundet, brud, roller)
  }
  const antaget = checkUdenRolle(regler, fundne, udenRolle, brud)
  for (const { regel } of regler.values())
    if (!antaget.has(regel.rolle)) checkAntal(regel, fundne.get(regel.rolle) ?? INGEN_FUNDET, liste, brud, hel)
}
