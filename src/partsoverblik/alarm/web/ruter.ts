import type { FastifyPluginAsync } from 'fastify'
import { kommunepunkt, type Medarbejderpunkt } from '#adgang'
import { type Alarmrutedeps, ANSVARLIGE, registerAlarmer } from './alarm.route.ts'
import { STI } from './stier.ts'
import { alarmDa } from './texts/da.ts'
import { alarmEn } from './texts/en.ts'
import { BESTILLERE, registerBestilling, registerUdtraek } from './udtraek.route.ts'

const alarmer = kommunepunkt(STI.koe, ANSVARLIGE, alarmDa.punkt, alarmEn.punkt)
const udtraek = kommunepunkt(STI.udtraek, BESTILLERE, alarmDa.udtraekspunkt, alarmEn.udtraekspunkt)

/** What the alarms hang into menus. An auditor's start page is the operator's, whosever auditor they are: the points stand there too. */
export const ALARMPUNKTER: readonly Medarbejderpunkt[] = [
  alarmer,
  udtraek,
  { ...alarmer, maalgruppe: 'drift', roller: BESTILLERE },
  { ...udtraek, maalgruppe: 'drift', roller: BESTILLERE },
]

/** A Fastify plugin: the pages of those who look after how a municipality's employees look citizens up. */
export const alarmRoutes: FastifyPluginAsync<Alarmrutedeps> = async (scope, deps) => {
  await scope.register(async (under) => registerUdtraek(under, deps))
  await scope.register(async (under) => registerBestilling(under, deps))
  await scope.register(async (under) => registerAlarmer(under, deps))
}
