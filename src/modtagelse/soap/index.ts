/** The SOAP interface of Sags- og Dokumentindekset (SF1470): importer, from message to answer. */
export { handleSoap, type SoapDeps } from './handle-soap.ts'
export { writeImporter } from './skriv-importer.ts'
export { type SoapSvar, STANDARD_STATUSKODER, type Statuskoder, writeReceiverFault } from './svar.ts'
