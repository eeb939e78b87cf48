import { hasOverlap, type Virkning } from '#kernel'
import { checkFelt, isUrn, type Post } from './check-felt.ts'
import { addInd, checkVirkning } from './check-virkning.ts'
import type { NummereretFelt, Relationsregel } from './katalog.typer.ts'
import type { Brudliste } from './regelbrud.ts'
import type { Rollekatalog } from './roller.ts'
import { relationerOverlapper, relationMangler, saetning } from './saetninger.ts'

type Fundet = { readonly post: Post; readonly sti: string; readonly periode: Virkning | undefined }

/** The rules of one list of relations, by role name. */
export type Listeregler = ReadonlyMap<string, Relationsregel>

/** The rules of a kind by list and role, in catalogue order. */
export function groupByListe(relationer: readonly Relationsregel[]): ReadonlyMap<string, Listeregler> {
  const lister = new Map<string, Map<string, Relationsregel>>()
  for (const regel of relationer) lister.set(regel.liste, (lister.get(regel.liste) ?? new Map()).set(regel.rolle, regel))
  return lister
}

/**
 * A journal note that is delivered by itself is pointed at by urn:uuid:<its id>; its fields are then checked there (NOT-nnn), not here.
 * What SOAP delivers inside the case is split so once the case's own rules have been checked.
 */
const isSelvstaendigtNotat = (regel: Relationsregel, post: Post): boolean =>
  regel.rolle === 'Journalnotat' && post['journalpostEgenskaber'] === undefined && /^urn:uuid:/i.test(String(post['referenceId']))

const isEgenskab = (felt: NummereretFelt): boolean => felt.felt?.[0] === 'journalpostEgenskaber'

function checkFelter(regel: Relationsregel, { post, sti }: Fundet, brud: Brudliste, roller: Rollekatalog): void {
  const udenEgenskaber = isSelvstaendigtNotat(regel, post)
  for (const felt of regel.felter) if (!udenEgenskaber || !isEgenskab(felt)) checkFelt(felt, post, sti, regel.rolle, brud, roller)
}

const noegle = ({ post }: Fundet): string => String(post['indeks'] ?? '')

/** Cardinality (`hel`: that none is missing), and that no two relations have the same key (type, rolle, indeks) at the same time. */
function checkAntal(regel: Relationsregel, fundne: readonly Fundet[], liste: string, brud: Brudliste, hel: boolean): void {
  if (fundne.length === 0 && regel.kardinalitet === '1' && hel)
    brud.add(regel.nummer, liste, relationMangler(regel.relation, regel.rolle))
  if (fundne.length < 2) return
  if (regel.kardinalitet !== '0..*') {
    if (overlapper(fundne)) brud.add(regel.nummer, fundne[1]?.sti ?? liste, relationerOverlapper(regel.relation, regel.rolle))
    return
  }
  for (const [, samme] of Map.groupBy(fundne, noegle))
    if (samme.length > 1 && overlapper(samme)) addInd(brud, 'IND-011', samme[1]?.sti ?? liste)
}

const overlapper = (fundne: readonly Fundet[]): boolean => hasOverlap(fundne.flatMap(({ periode }) => (periode ? [periode] : [])))

/**
 * A relation whose rolle is missing (or a URN) cannot say whose rule it breaks. It is taken as the first role of its list that the item
 * does not have otherwise, which is right wherever one relation lost its role; where every role is there it is IND-010. Gives those roles.
 */
function checkUdenRolle(
  regler: Listeregler,
  fundne: ReadonlyMap<string, Fundet[]>,
  uden: readonly string[],
  brud: Brudliste,
): ReadonlySet<string> {
  if (uden.length === 0) return new Set()
  const manglende = [...regler.values()].filter(({ rolle }) => !fundne.has(rolle)).slice(0, uden.length)
  for (const [i, sti] of uden.entries()) {
    const rolle = manglende[i]?.felter.find(({ form }) => form === 'rolle')
    if (rolle) brud.add(rolle.nummer, `${sti}.rolle`, saetning('mangler', rolle, manglende[i]?.relation))
    else addInd(brud, 'IND-010', `${sti}.rolle`)
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
  const udenRolle: string[] = []
  for (const [i, post] of poster.entries()) {
    const sti = `${liste}[${i}]`
    const fundet = { post, sti, periode: checkVirkning(post, sti, brud) }
    const vaerdi = post['rolle']
    if (vaerdi === undefined || vaerdi === '' || isUrn(vaerdi)) {
      udenRolle.push(sti)
      continue
    }
    const regel = regler.get(roller.rolleNavn(liste, String(vaerdi)) ?? '')
    if (!regel) {
      addInd(brud, 'IND-010', `${sti}.rolle`)
      continue
    }
    const samme = fundne.get(regel.rolle)
    if (samme) samme.push(fundet)
    else fundne.set(regel.rolle, [fundet])
    checkFelter(regel, fundet, brud, roller)
  }
  const antaget = checkUdenRolle(regler, fundne, udenRolle, brud)
  for (const regel of regler.values())
    if (!antaget.has(regel.rolle)) checkAntal(regel, fundne.get(regel.rolle) ?? [], liste, brud, hel)
}
