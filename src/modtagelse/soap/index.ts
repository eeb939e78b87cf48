/** The SOAP interface of Sags- og Dokumentindekset (SF1470): a service each, from message to answer. */

export {
  type Bestillingsfejl,
  findTokenIRstr,
  type Idws,
  laesRst,
  readTillid,
  type Signeringsvalg,
  signIdws,
  skrivRettigheder,
  skrivRst,
  skrivRstr,
  skrivSamltoken,
  type Tillid,
  Tillidsfejl,
  type Tokenbestilling,
} from './idws/index.ts'
export { writeImporter } from './sagdokumentindeks/skriv-importer.ts'
export { writeImporterYdelse } from './ydelsesindeks/skriv.ts'
