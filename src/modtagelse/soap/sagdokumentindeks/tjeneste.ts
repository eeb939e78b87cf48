import { FAELLES_XSD, type SoapOperation, type SoapTjeneste } from '../faelles/tjeneste.ts'
import { answerFjern } from './fjern.ts'
import { answerFremsoeg } from './fremsoeg.ts'
import { answerImporter } from './importer.ts'
import { answerOpdater } from './opdater.ts'

const operation = (navn: 'importer' | 'opdater' | 'fremsoeg' | 'fjern', svar: SoapOperation['svar']): SoapOperation => ({
  element: `sdi:${navn.charAt(0).toUpperCase()}${navn.slice(1)}SagDokumentIndeksInput`,
  action: `http://kombit.dk/sts/sagdokumentindeks/${navn}`,
  svarAction: `http://stoettesystemerne.dk/sagsogdokumentindeks/SagDokumentIndeksPortType/${navn}Response`,
  leverer: navn === 'importer' || navn === 'opdater',
  svar,
})

/** Sags- og Dokumentindekset, interface 6 (SF1470). */
export const SAGDOKUMENTINDEKS: SoapTjeneste = {
  sti: '/soap/sagdokumentindeks/6',
  wsdl: new URL('./sagdokumentindeks.wsdl', import.meta.url),
  xsd: [FAELLES_XSD, new URL('./xsd/', import.meta.url)],
  rodskema: 'sagdokumentindeks.xsd',
  operationer: [
    operation('importer', answerImporter),
    operation('opdater', answerOpdater),
    operation('fremsoeg', answerFremsoeg),
    operation('fjern', answerFjern),
  ],
}
