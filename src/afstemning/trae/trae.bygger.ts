import { createHash, hash } from 'node:crypto'
import { tidspunkt, type Uuid } from '#kernel'
import type { Version } from './digest.ts'
import { sortedDigests } from './digest.ts'
import { type Digestraekke, digestsInMemory } from './knude.ts'
import { createSammenligning, GRAENSER, type Knudesvar, type Sammenligningsgraenser } from './sammenlign.ts'

/** For tests: a side that answers, written from the sentence in the vendors' guide alone and as naively as can be. */
export function createNaiv(versioner: readonly Version[]) {
  const led = versioner.map((version) => ({ version, digest: hash('sha256', `${version.id}|${version.tidspunkt}`) }))
  const under = (p: string) => led.filter(({ digest }) => digest.startsWith(p)).sort((a, b) => (a.digest < b.digest ? -1 : 1))
  const knude = (p: string) => {
    const summen = createHash('sha256')
    for (const { digest } of under(p)) summen.update(Buffer.from(digest, 'hex'))
    return { antal: under(p).length, hash: summen.digest('hex') }
  }
  return { knude, objekter: (p: string) => under(p).map(({ version }) => version) }
}

export const raekkeAf = (versioner: readonly Version[]): Digestraekke => digestsInMemory(sortedDigests(versioner))

/** Carries the messages of a comparison to its end, and counts them. */
export function drive(her: readonly Version[], hos: readonly Version[], graenser: Sammenligningsgraenser = GRAENSER) {
  const kilde = createNaiv(hos)
  const sammenligning = createSammenligning<Version>(raekkeAf(her), kilde.knude(''), graenser)
  let [beskeder, knuder, smaa] = [1, 0, 0]
  for (;;) {
    const { spoerg, objekter } = sammenligning.spoergsmaal()
    if (spoerg.length + objekter.length === 0) return { ...sammenligning.fund(), beskeder, knuder, smaa }
    beskeder++
    knuder += spoerg.length
    smaa += objekter.length
    const svar: Knudesvar<Version>[] = [
      ...spoerg.map((p) => ({ p, ...kilde.knude(p) })),
      ...objekter.map((p) => ({ p, objekter: kilde.objekter(p) })),
    ]
    const taget = sammenligning.tag(svar)
    if (!taget.ok) throw new Error(taget.afvisning)
  }
}

/** The same number, the same object: its version may be another. */
export const version = (nr: number, udgave = 0): Version => ({
  id: `00000000-0000-4000-8000-${nr.toString(16).padStart(12, '0')}` as Uuid,
  tidspunkt: tidspunkt(new Date(Date.UTC(2026, 0, 1) + udgave * 1_000)),
})
