import { X509Certificate } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { type Problem, sendProblem } from '#platform/http'
import { type Udstedelsesdeps, type Udstedelsesfejl, udstedToken } from './udsted.ts'

/** Below /soap/, so that the listener for fagsystemer with a certificate answers it too. */
export const TOKENTJENESTE_STI = '/soap/tokentjeneste/13'
const HOEJST_BYTES = 64 * 1024

const SAETNINGER: Readonly<Record<Udstedelsesfejl, Omit<Problem, 'kode'>>> = {
  BESTILLING_UGYLDIG: {
    status: 400,
    da: 'Bestillingen er ikke en RequestSecurityToken (WS-Trust 1.3).',
    en: 'The order is no RequestSecurityToken (WS-Trust 1.3).',
  },
  BESTILLING_UKENDT_SLAGS: {
    status: 400,
    da: 'Her udstedes kun SAML 2.0-tokens bundet til en offentlig nøgle (KeyType PublicKey).',
    en: 'Only SAML 2.0 tokens bound to a public key (KeyType PublicKey) are issued here.',
  },
  BESTILLING_ANDEN_MODTAGER: {
    status: 400,
    da: 'Her udstedes kun tokens til dette websted; ret AppliesTo.',
    en: 'Only tokens for this site are issued here; correct AppliesTo.',
  },
  BESTILLING_UDEN_CERTIFIKAT: {
    status: 400,
    da: 'Bestil over en forbindelse med certifikat, eller send certifikatet i UseKey.',
    en: 'Order over a connection with a certificate, or send the certificate in UseKey.',
  },
  BESTILLING_ANDET_CERTIFIKAT: {
    status: 400,
    da: 'Certifikatet i UseKey er et andet end forbindelsens.',
    en: 'The certificate in UseKey is another than that of the connection.',
  },
  BESTILLING_CERTIFIKAT_UKENDT: {
    status: 403,
    da: 'Certifikatet er ikke registreret hos en kilde, eller kilden er spærret.',
    en: 'The certificate is registered with no source, or the source is blocked.',
  },
}

/** POST: the sandbox's token service. It is a stand-in: in production tokens come from the shared one, and this is not there. */
export const tokentjenesteRoute: FastifyPluginAsync<Udstedelsesdeps> = async (scope, deps) => {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    /^(application\/soap\+xml|text\/xml|application\/xml)/,
    { parseAs: 'buffer', bodyLimit: HOEJST_BYTES },
    (_request, body, done) => done(null, body),
  )
  scope.post(
    TOKENTJENESTE_STI,
    { config: { adgang: 'offentlig', rateLimit: { max: 120, timeWindow: 60_000 } }, schema: { hide: true } },
    async (request, reply) => {
      const svar = await udstedToken(
        deps,
        Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        readCertifikat(request),
      )
      if (!svar.ok) return sendProblem(reply, { kode: svar.afvisning, ...SAETNINGER[svar.afvisning] })
      return reply.header('cache-control', 'no-store').type('application/xml; charset=utf-8').send(svar.value)
    },
  )
}

function readCertifikat({ raw }: FastifyRequest): X509Certificate | undefined {
  const socket = raw.socket as Partial<TLSSocket>
  const der = socket.getPeerCertificate?.().raw
  return der && new X509Certificate(der)
}
