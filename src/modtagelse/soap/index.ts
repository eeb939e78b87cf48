/** The SOAP interface of Sags- og Dokumentindekset (SF1470): importer, from message to answer. */
export { writeImporter } from './skriv-importer.ts'
