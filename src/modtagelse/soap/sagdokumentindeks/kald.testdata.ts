import { standardRoller } from '../../regler/index.ts'
import { STANDARD_STATUSKODER } from '../faelles/svar.ts'
import type { Soapkald } from '../faelles/tjeneste.ts'

const ikkeVentet = async (): Promise<never> => {
  throw new Error('The message reached what no test arranged')
}

/** A call that can do what the test says, and nothing else. */
export const toKald = (dele: Partial<Soapkald>): Soapkald => ({
  modtag: ikkeVentet,
  roller: standardRoller,
  statuskoder: STANDARD_STATUSKODER,
  ...dele,
})
