import { type Hash, hashNode, TOM_ROD } from './trae.ts'

/** A tree that leaves are added to one by one, and of which only the root can be had: as many hashes as its size has bits. */
export type Kant = { readonly antal: () => number; readonly add: (blad: Hash) => void; readonly rod: () => Hash }

export function createKant(): Kant {
  // The whole subtrees from left to right, each with its level.
  const hele: { readonly niveau: number; readonly hash: Hash }[] = []
  let antal = 0
  return {
    antal: () => antal,
    add: (blad) => {
      antal++
      let nyt = { niveau: 0, hash: blad }
      for (let sidste = hele.at(-1); sidste?.niveau === nyt.niveau; sidste = hele.at(-1)) {
        hele.pop()
        nyt = { niveau: nyt.niveau + 1, hash: hashNode(sidste.hash, nyt.hash) }
      }
      hele.push(nyt)
    },
    rod: () => {
      const [sidste, ...foregaaende] = hele.map(({ hash }) => hash).reverse()
      return sidste ? foregaaende.reduce((hoejre, venstre) => hashNode(venstre, hoejre), sidste) : TOM_ROD
    },
  }
}
