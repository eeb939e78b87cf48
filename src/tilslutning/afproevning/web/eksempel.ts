import { laesSager } from '../laes-sager.ts'

/** Longer than this is no example. */
const HOEJST_TEGN = 6_000

/** A right message for one who broke the rule: that of the case which the rule's own case points at. Undefined where none does. */
export function findEksempel(regel: string): string | undefined {
  const sager = laesSager()
  const navn = sager.find((sag) => sag.slags === 'F' && sag.rigtig !== undefined && sag.regler.includes(regel))?.rigtig
  const rigtig =
    sager.find((sag) => sag.navn === navn) ??
    sager.find((sag) => sag.slags === 'N' && sag.familie === undefined && sag.regler.includes(regel))
  const [trin] = rigtig?.trin ?? []
  if (!trin || trin.besked.length > HOEJST_TEGN) return undefined
  return trin.kanal === 'soap' ? trin.besked : pretty(trin.besked)
}

const pretty = (linjer: string): string =>
  linjer
    .trim()
    .split('\n')
    .map((linje) => JSON.stringify(JSON.parse(linje), null, 2))
    .join('\n')
