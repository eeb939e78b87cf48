import { existsSync, readFileSync } from 'node:fs'
import { compileSkema, type Skema } from '../faelles/validate.ts'

/** The official schema as an oracle, read beside the checkout. It is never part of the project. */
const MAPPE = new URL('../../../../../shared/reference/sf1470/xsd/', import.meta.url)

const FILER = [
  'common/SagDokObjekt.xsd',
  'common/RequestHeader.xsd',
  ...[
    'DokumentIndeks',
    'DokumentIndeksOperationer',
    'GenerelleDefinitioner',
    'GenerelleOperationer',
    'Sag',
    'SagBesked',
    'SagDokumentIndeksOperationer',
    'SagIndeks',
    'SagIndeksOperationer',
    'SagOperationer',
  ].map((navn) => `6.0.STS-0/${navn}.xsd`),
]

export const harOfficieltSkema = (): boolean => existsSync(MAPPE)

/** libxml2 reads one document for a namespace, so the three that the official WSDL imports for a case are put together by inclusion. */
const SAG_SAMLET = `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:oio:sts:sagdok:sag:6" elementFormDefault="qualified">
  <include schemaLocation="SagOperationer.xsd"/><include schemaLocation="SagBesked.xsd"/></schema>`
const ROD = `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:rod">
  <import namespace="urn:oio:sts:sagdok:sag:6" schemaLocation="SagSamlet.xsd"/>
  <import namespace="urn:oio:sts:sagdok:sagdokumentindeks:6" schemaLocation="SagDokumentIndeksOperationer.xsd"/>
  <import namespace="http://kombit.dk/xml/schemas/RequestHeader/1/" schemaLocation="../common/RequestHeader.xsd"/></schema>`

/** Compiles the official schema. Throws where it is not at hand. */
export function officieltSkema(): Skema {
  const laest = FILER.map((fil) => [fil, readFileSync(new URL(fil, MAPPE))] as const)
  const egne = [
    ['6.0.STS-0/SagSamlet.xsd', Buffer.from(SAG_SAMLET)],
    ['6.0.STS-0/Rod.xsd', Buffer.from(ROD)],
  ] as const
  return compileSkema('officiel', Object.fromEntries([...laest, ...egne]), '6.0.STS-0/Rod.xsd')
}
