import { FAELLES_XSD, type SoapOperation, type SoapTjeneste } from '../faelles/tjeneste.ts'
import { BEVILLING, EFFEKTUERING } from './felter.ts'
import { answerFjern } from './fjern.ts'
import { answerFremsoeg } from './fremsoeg.ts'
import { answerImporter } from './importer.ts'
import { answerOpdater } from './opdater.ts'

const XSD = [FAELLES_XSD, new URL('./xsd/', import.meta.url)]
const SVAR = 'http://stoettesystemerne.dk/ydelsesindeks'

const operation = (navn: 'importer' | 'opdater' | 'fremsoeg', svar: SoapOperation['svar']): SoapOperation => ({
  element: `yi:${navn.charAt(0).toUpperCase()}${navn.slice(1)}YdelseIndeksInput`,
  action: `http://kombit.dk/sts/ydelseindeks/${navn}`,
  svarAction: `${SVAR}/YdelseIndeksPortType/${navn}Response`,
  leverer: navn !== 'fremsoeg',
  svar,
})

const YDELSEINDEKS: SoapTjeneste = {
  sti: '/soap/ydelseindeks/6',
  wsdl: new URL('./ydelseindeks.wsdl', import.meta.url),
  xsd: XSD,
  rodskema: 'ydelseindeks.xsd',
  operationer: [
    operation('importer', answerImporter),
    operation('opdater', answerOpdater),
    operation('fremsoeg', answerFremsoeg),
  ],
}

const BEVILLINGINDEKS: SoapTjeneste = {
  sti: '/soap/bevillingindeks/6',
  wsdl: new URL('./bevillingindeks.wsdl', import.meta.url),
  xsd: XSD,
  rodskema: 'ydelseindeks.xsd',
  operationer: [
    {
      element: BEVILLING.fjern,
      action: 'http://kombit.dk/sts/ydelseindeks/bevillingindeks/fjern',
      svarAction: `${SVAR}/BevillingIndeksPortType/fjernResponse`,
      leverer: false,
      svar: answerFjern(BEVILLING),
    },
  ],
}

const OEKONOMISKEFFEKTUERINGINDEKS: SoapTjeneste = {
  sti: '/soap/oekonomiskeffektueringindeks/6',
  wsdl: new URL('./oekonomiskeffektueringindeks.wsdl', import.meta.url),
  xsd: XSD,
  rodskema: 'ydelseindeks.xsd',
  operationer: [
    {
      element: EFFEKTUERING.fjern,
      action: 'http://kombit.dk/sts/ydelseindeks/oekonomiskEffektuering/fjern',
      svarAction: `${SVAR}/OekonomiskEffektueringIndeksPortType/fjernResponse`,
      leverer: false,
      svar: answerFjern(EFFEKTUERING),
    },
  ],
}

/** Ydelsesindeks, interface 6: the three services. */
export const YDELSESTJENESTER: readonly SoapTjeneste[] = [YDELSEINDEKS, BEVILLINGINDEKS, OEKONOMISKEFFEKTUERINGINDEKS]
