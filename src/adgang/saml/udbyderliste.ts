import { gyldigeCertifikater, type Udbyder } from './udbyder.ts'

const DAG_MS = 86_400_000
/** A change of certificate takes an agreement and a file: this many days before the last one ends somebody is told. */
const VARSEL_DAGE = 30

const dage = (ms: number): number => Math.floor(ms / DAG_MS)

/** When nobody can log in by this provider any more, in ms; what ends first of its metadata and its last certificate. */
const slutterOf = ({ certifikater, gyldigTil }: Udbyder): number =>
  Math.min(gyldigTil ?? Number.POSITIVE_INFINITY, Math.max(...certifikater.map(({ validToDate }) => validToDate.getTime())))

/** The names of providers by which nobody can log in within a month, unless something is done. */
export const udloeberSnart = (udbydere: readonly Udbyder[], nu: number): readonly string[] =>
  udbydere.filter((udbyder) => slutterOf(udbyder) - nu < VARSEL_DAGE * DAG_MS).map(({ noegle }) => noegle)

/** The providers as an operator looks them over: whom they speak for, and what their certificates are good for. */
export const formatUdbydere = (udbydere: readonly Udbyder[], nu: number): readonly string[] =>
  udbydere.flatMap((udbyder) => [
    `${udbyder.noegle}: ${udbyder.navn}`,
    `  entityID    ${udbyder.entityId}`,
    `  taler for   CVR ${udbyder.cvr.join(', ')}`,
    `  svar        ${udbyder.svarSigneret ? 'skal være underskrevet' : 'må være uden underskrift; det, de indeholder, må ikke'}`,
    `  log ud      ${udbyder.logud ? 'begge veje' : 'kun her'}`,
    ...udbyder.certifikater.map((certifikat) => {
      const gaelder = gyldigeCertifikater(udbyder, nu).includes(certifikat)
      const til = certifikat.validToDate.toISOString().slice(0, 10)
      return `  certifikat  ${certifikat.fingerprint256.slice(0, 23)}… til ${til}, ${gaelder ? `${dage(certifikat.validToDate.getTime() - nu)} dage endnu` : 'GÆLDER IKKE'}`
    }),
    `  metadata    ${udbyder.metadataEfterset ? 'underskriften er efterset' : 'underskriften er ikke efterset (metadataCertifikat)'}`,
    ...(udbyder.genhentes === undefined || udbyder.genhentes > nu
      ? []
      : [`  metadata    skulle være hentet igen ${new Date(udbyder.genhentes).toISOString().slice(0, 10)}`]),
    ...(udbyder.gyldigTil === undefined
      ? []
      : [
          `  metadata    til ${new Date(udbyder.gyldigTil).toISOString().slice(0, 10)}${udbyder.gyldigTil <= nu ? ', UDLØBET' : ''}`,
        ]),
  ])
