import { createHash } from 'node:crypto'
import { newUuid } from '#kernel'
import type { Kilde } from '#kilde'
import { type Modtagelsesdeps, modtagLinjer, openLeverance } from '../../leverance/index.ts'
import { type IndNummer, indBrud } from '../../regler/index.ts'

/** Of a refused message so much is kept, sealed: enough to see what it was. */
const HOEJST_GEMT = 1024 * 1024

/**
 * Keeps that a whole message of a source was refused, as one refusal without an object: what it held is not known, so it may have been about
 * anything of the source's, and until it is settled "none" is said of nothing that the source delivers. The same message sent again is kept
 * once, so that a sender that repeats it fills nothing; `body` undefined (it was never read) is kept each time. Throws DatabaseFejl.
 */
export async function keepAfvistBesked(
  deps: Modtagelsesdeps,
  kilde: Kilde,
  regel: IndNummer,
  body: Uint8Array | undefined,
): Promise<void> {
  const navn = body ? createHash('sha256').update(body).digest('hex') : newUuid()
  const leverance = await openLeverance(deps, kilde, `afvist besked ${navn}`, 'soap')
  const raa = Buffer.from(body?.subarray(0, HOEJST_GEMT) ?? []).toString('utf8')
  await modtagLinjer(deps, leverance, [{ linje: 1, raa, brud: [indBrud(regel, '')], udkast: undefined }])
}
