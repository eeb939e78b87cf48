import type { Afstemningsafvisning } from '#afstemning/fortegnelse'
import type { Signaturafvisning } from '#kilde'
import type { Problem } from '#platform/http'
import { INDHOLDSTYPE_UKENDT, indProblem, KODNING_UKENDT } from './problemer.ts'

/** Every way in which a reconciliation is not taken. */
export type Afstemningsproblem =
  | Afstemningsafvisning
  | Signaturafvisning
  | 'FORTEGNELSE_UGYLDIG'
  | 'FORTEGNELSE_FOR_STOR'
  | 'INDHOLDSTYPE_UKENDT'
  | 'KODNING_UKENDT'
  | 'IND-014'

const problem = (status: number, kode: Afstemningsproblem, da: string, en: string): Problem => ({ status, kode, da, en })

export const AFSTEMNINGSPROBLEMER: Readonly<Record<Afstemningsproblem, Problem>> = {
  KOMMUNE_IKKE_AFTALT: problem(
    403,
    'KOMMUNE_IKKE_AFTALT',
    'Kilden leverer ikke for kommunen, eller ikke alt for den; stem kun af for dem, der er aftalt.',
    'The source does not deliver for the municipality, or not all of it; reconcile only those agreed.',
  ),
  TIDSPUNKT_I_FREMTIDEN: problem(
    400,
    'TIDSPUNKT_I_FREMTIDEN',
    'Fortegnelsens tidspunkt ligger mere end fem minutter fremme; stil uret.',
    'The time of the inventory is more than five minutes ahead; set the clock.',
  ),
  TIDSPUNKT_FOR_GAMMELT: problem(
    400,
    'TIDSPUNKT_FOR_GAMMELT',
    'Fortegnelsen er mere end et døgn gammel; tag en ny.',
    'The inventory is more than a day old; take a new one.',
  ),
  AFSTEMNING_OPTAGET: problem(
    503,
    'AFSTEMNING_OPTAGET',
    'Der stemmes allerede af for mange på én gang; prøv igen om lidt.',
    'Too many are reconciled at the same time; try again shortly.',
  ),
  AFSTEMNING_UDLOEBET: problem(
    410,
    'AFSTEMNING_UDLOEBET',
    'Afstemningen er forbi eller findes ikke hos denne kilde; begynd en ny med en ny fortegnelse.',
    'The reconciliation is over or is not of this source; begin a new one with a new inventory.',
  ),
  IKKE_SPURGT: problem(
    409,
    'IKKE_SPURGT',
    'Der svares på noget, der ikke er spurgt om, to gange på det samme eller på den forkerte måde; svar på spoerg med antal og hash og på objekter med objekter.',
    'Something is answered that was not asked for, twice, or in the wrong form; answer spoerg with antal and hash, and objekter with objects.',
  ),
  USAMMENHAENGENDE: problem(
    409,
    'USAMMENHAENGENDE',
    'Tallene eller aftrykkene passer ikke til hinanden: et objekt er nævnt to gange, fortegnelsen har ændret sig undervejs, eller aftrykket laves på en anden måde. Begynd forfra.',
    'Numbers or hashes do not fit each other: an object is named twice, the inventory changed on the way, or the hash is made in another way. Begin again.',
  ),
  FOR_MANGE_TRIN: problem(
    409,
    'FOR_MANGE_TRIN',
    'Afstemningen har taget for mange trin; svar på alt, der spørges om, i hvert trin, og begynd forfra.',
    'The reconciliation has taken too many steps; answer all that is asked for in each step, and begin again.',
  ),
  SIGNATUR_UGYLDIG: problem(
    400,
    'SIGNATUR_UGYLDIG',
    'X-JWS-Signature er ikke en JWS uden indhold, der passer til kroppen, som den er sendt.',
    'X-JWS-Signature is no detached JWS that fits the body as it was sent.',
  ),
  SIGNATUR_NOEGLE_UKENDT: problem(
    400,
    'SIGNATUR_NOEGLE_UKENDT',
    'Kilden har ingen nøgle med signaturens kid; få den offentlige nøgle registreret, eller send uden signatur.',
    'The source has no key of the signature’s kid; have the public key registered, or send without a signature.',
  ),
  FORTEGNELSE_UGYLDIG: problem(
    400,
    'FORTEGNELSE_UGYLDIG',
    'En linje er ikke ["<uuid>","<tidspunkt>"]; intet er sammenlignet.',
    'A line is not ["<uuid>","<time>"]; nothing was compared.',
  ),
  FORTEGNELSE_FOR_STOR: problem(
    413,
    'FORTEGNELSE_FOR_STOR',
    'Fortegnelsen har mere end 500.000 linjer; stem af med træet i stedet.',
    'The inventory has more than 500,000 lines; reconcile by the tree instead.',
  ),
  INDHOLDSTYPE_UKENDT,
  KODNING_UKENDT,
  'IND-014': indProblem('IND-014'),
}
