/** OIO IDWS: who signed a message, and how messages, tokens and answers are signed. */
export { IDWS_SAETNINGER, type IdwsAfvisning } from './idws.errors.ts'
export { skrivRettigheder } from './rettigheder.ts'
export { type Bestillingsfejl, findTokenIRstr, laesRst, skrivRst, skrivRstr, type Tokenbestilling } from './rst.ts'
export { type Signeringsvalg, signIdws } from './sign-idws.ts'
export { signSvar, type Tjenestenoegle } from './sign-svar.ts'
export { aabnSikkerhed, type Idws, type Sikkerhedsdeps } from './sikkerhed.ts'
export { type Samltokenvalg, skrivSamltoken } from './skriv-samltoken.ts'
export { readTillid, type Tillid, Tillidsfejl } from './tillid.ts'
