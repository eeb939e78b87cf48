import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  arbejdskontekst,
  grundlagForKommune,
  kontekstForKommune,
  type MedarbejderDeps,
  medarbejderOf,
  type Rolle,
  requireMedarbejder,
} from '#adgang'
import { type Kommunegrundlag, parseUuid, type Uuid } from '#kernel'
import { LIVSOMRAADER } from '#klassifikation'
import { FUNDKODER } from '#kvalitet/titeltjek'
import { sendHtml } from '#web'
import { type Beslutning, readBeslutning } from '../afgoer.ts'
import { decideOpgave } from '../afgoer-opgave.ts'
import { answerPlantet } from '../answer-plantet.ts'
import { GENNEMGANG_SAETNINGER, type Gennemgangsafvisning } from '../gennemgang.errors.ts'
import { checkTekst, hentKoe, type Koedeps } from '../hent-koe.ts'
import { findOpgave, type Koefilter, type Koejer } from '../koe.sql.ts'
import { findEgneRetter } from '../ret.sql.ts'
import type { Tastet } from './handlingsdel.ts'
import { koeView } from './koe.view.ts'
import { type Koeadresse, koeSti, STI } from './stier.ts'

export type Gennemgangsdeps = MedarbejderDeps & Koedeps

export const GENNEMGAAERE: readonly Rolle[] = ['sagsbehandler', 'kvalitetsansvarlig']
export const LEDERE: readonly Rolle[] = ['kvalitetsansvarlig', 'projektansvarlig']

const SKJULT = { schema: { hide: true } } as const

/** The queue, for those who review. */
export function registerKoe(scope: FastifyInstance, deps: Gennemgangsdeps): void {
  requireMedarbejder(scope, deps, GENNEMGAAERE)
  scope.get(STI.koe, SKJULT, (request, reply) => sendKoe(deps, request, reply, readAdresse(request.query as Felter)))
  scope.post(STI.afgoer, SKJULT, (request, reply) => decideOne(deps, request, reply))
}

type Felter = Readonly<Record<string, unknown>>

const tekst = (felter: Felter, navn: string): string | undefined => {
  const vaerdi = felter[navn]
  return typeof vaerdi === 'string' && vaerdi !== '' && vaerdi.length <= 300 ? vaerdi : undefined
}

/** What was chosen; what cannot be read is as if it had not been. */
function readFilter(felter: Felter): Koefilter {
  const omraade = LIVSOMRAADER.find(({ noegle }) => noegle === tekst(felter, 'omraade'))?.noegle
  const fund = FUNDKODER.find((kode) => kode === tekst(felter, 'fund'))
  const enhed = tekst(felter, 'enhed')
  return { omraade, fund, enhed: enhed && /^[\w:.-]{1,100}$/.test(enhed) ? enhed : undefined }
}

function readAdresse(felter: Felter): Koeadresse {
  const proeve = tekst(felter, 'proeve')
  return {
    ...readFilter(felter),
    opgave: parseUuid(tekst(felter, 'opgave') ?? ''),
    kvittering: parseUuid(tekst(felter, 'k') ?? ''),
    proeve: proeve === 'fundet' || proeve === 'ikke' ? proeve : undefined,
    ens: tekst(felter, 'ens') === '1',
  }
}

const koejerOf = ({ kommune, aktoer }: Kommunegrundlag, request: FastifyRequest): Koejer => ({
  kommune,
  medarbejder: aktoer.id,
  alt: medarbejderOf(request).roller.includes('kvalitetsansvarlig'),
})

type Udfald = { readonly afvisning?: Gennemgangsafvisning; readonly tastet?: Tastet }

async function sendKoe(
  deps: Gennemgangsdeps,
  request: FastifyRequest,
  reply: FastifyReply,
  adresse: Koeadresse,
  { afvisning, tastet }: Udfald = {},
): Promise<unknown> {
  const k = arbejdskontekst(deps, request)
  const { id, roller } = medarbejderOf(request)
  const grundlag = grundlagForKommune(medarbejderOf(request), 'gennemgangAfTitler')
  const koejer = koejerOf(grundlag, request)
  const [retter] = await deps.db.readBatch(kontekstForKommune(grundlag), [findEgneRetter(koejer.kommune, id)])
  const valg = { filter: adresse, opgave: adresse.opgave, kvittering: afvisning ? adresse.opgave : adresse.kvittering }
  const side = await hentKoe(deps, grundlag, koejer, valg)
  const visning = {
    side,
    adresse,
    harRet: koejer.alt || retter.length > 0,
    leder: roller.some((rolle) => LEDERE.includes(rolle)),
    afvisning,
    tastet,
  }
  return sendHtml(reply, koeView(k, visning), afvisning ? 409 : 200)
}

/** One answer. What is kept leads on to the next; what is not is told on the page, with what was typed. */
async function decideOne(deps: Gennemgangsdeps, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const felter = request.body as Felter
  const filter = readFilter(felter)
  const opgave = parseUuid(tekst(felter, 'opgave') ?? '')
  const version = Number(tekst(felter, 'version') ?? Number.NaN)
  const laest = readBeslutning(felter)
  const back = (afvisning: Gennemgangsafvisning, tastet?: Tastet) =>
    sendKoe(
      deps,
      request,
      reply,
      { ...filter, opgave, ens: tekst(felter, 'ens') !== undefined },
      tastet ? { afvisning, tastet } : { afvisning },
    )
  if (!opgave || !Number.isSafeInteger(version)) return back('UKENDT')
  if (!laest.ok)
    return back(
      laest.afvisning,
      laest.afvisning === 'UKENDT' ? undefined : toTastet(request, deps, felter, laest.afvisning, false),
    )
  const grundlag = grundlagForKommune(medarbejderOf(request), 'gennemgangAfTitler')
  const koejer = koejerOf(grundlag, request)
  const naeste = parseUuid(tekst(felter, 'naeste') ?? '')
  const plantet = await answerPlantet(deps, grundlag, opgave, laest.value)
  // Told as the receipt of a test; the queue goes on as after any other.
  if (plantet) return reply.redirect(koeSti({ ...filter, opgave: naeste, kvittering: opgave, proeve: plantet }), 303)
  const fejl = await checkRettelse(deps, grundlag, koejer, opgave, laest.value, felter['trods'] === '1')
  if (fejl) return back('TITEL_BLOKERES', toTastet(request, deps, felter, 'TITEL_BLOKERES', fejl === 'trods'))
  const ens = laest.value.slags === 'fortryd' ? undefined : readEns(felter)
  const hvem = { koejer, navn: medarbejderOf(request).navn, kontekst: kontekstForKommune(grundlag) }
  const svar = await decideOpgave(deps, hvem, { opgave, version, beslutning: laest.value, ens })
  if (!svar.ok) return back(svar.afvisning)
  const videre = laest.value.slags === 'fortryd' || laest.value.slags === 'frigiv' ? opgave : naeste
  return reply.redirect(koeSti({ ...filter, opgave: videre, kvittering: opgave }), 303)
}

function readEns(felter: Felter): number | undefined {
  const ens = Number(tekst(felter, 'ens') ?? Number.NaN)
  return Number.isSafeInteger(ens) && ens > 0 ? ens : undefined
}

const toTastet = (
  request: FastifyRequest,
  deps: Gennemgangsdeps,
  felter: Felter,
  afvisning: Gennemgangsafvisning,
  trods: boolean,
): Tastet => ({
  slags: tekst(felter, 'slags') ?? '',
  vaerdier: Object.fromEntries(['titel', 'aarsag', 'tekst'].map((navn) => [navn, tekst(felter, navn) ?? ''])),
  fejl: GENNEMGANG_SAETNINGER[afvisning][arbejdskontekst(deps, request).sprog],
  trods,
})

/** What the checks say of a reviewer's own text: undefined, it may be kept; 'trods', it may be kept by one who has seen what they found. */
async function checkRettelse(
  { db }: Gennemgangsdeps,
  grundlag: Kommunegrundlag,
  koejer: Koejer,
  id: Uuid,
  beslutning: Beslutning,
  trods: boolean,
): Promise<'aldrig' | 'trods' | undefined> {
  if (beslutning.slags !== 'ret') return undefined
  const [[opgave]] = await db.readBatch(kontekstForKommune(grundlag), [findOpgave(koejer, id)])
  const blokerende = checkTekst(beslutning.titel, opgave?.art ?? 'sag', opgave?.kle ?? '').filter(
    ({ alvor }) => alvor === 'blokerer',
  )
  if (blokerende.length === 0) return undefined
  if (blokerende.some(({ kode }) => kode.includes('CPR'))) return 'aldrig'
  return trods ? undefined : 'trods'
}
