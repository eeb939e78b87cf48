/** The SOAP interface of Sags- og Dokumentindekset (SF1470): a service each, from message to answer. */
export { writeImporter } from './sagdokumentindeks/skriv-importer.ts'
