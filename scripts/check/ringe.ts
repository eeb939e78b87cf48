/** A directed graph: what each node points at. */
export type Graf = ReadonlyMap<string, ReadonlySet<string>>

/** Every ring of the graph as the nodes in it, in order of name; a ring of one is a node that points at itself. (Tarjan's algorithm.) */
export function findRinge(graf: Graf): string[][] {
  const nummer = new Map<string, number>()
  const stak: string[] = []
  const ringe: string[][] = []

  /** Visits a node and all beyond it; answers the lowest number on the stack that it can reach. */
  const visit = (knude: string): number => {
    const mit = nummer.size
    nummer.set(knude, mit)
    stak.push(knude)
    let lavest = mit
    for (const naeste of graf.get(knude) ?? []) {
      const set = nummer.get(naeste)
      const naaet = set === undefined ? visit(naeste) : stak.includes(naeste) ? set : mit
      lavest = Math.min(lavest, naaet)
    }
    if (lavest === mit) keep(stak.splice(stak.indexOf(knude)))
    return lavest
  }

  const keep = (ring: string[]): void => {
    const [eneste = ''] = ring
    if (ring.length > 1 || graf.get(eneste)?.has(eneste)) ringe.push(ring.sort())
  }

  for (const knude of [...graf.keys()].sort()) if (!nummer.has(knude)) visit(knude)
  return ringe
}
