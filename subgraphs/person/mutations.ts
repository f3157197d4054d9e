import type { Builder } from '@doorstroomhub/kit/builder.ts'
import * as commands from './commands.ts'
import { enterPersonalNumber, enterPupils, type EnteredPupil } from './entering.ts'
import type { PersonContext, PersonTypes } from './schema.ts'

/** The commands, as mutations. */
export function implementMutations(builder: Builder<PersonContext>, types: PersonTypes) {
  const inputs = inputTypes(builder, types)
  builder.mutationType({})
  builder.mutationFields((t) => ({
    correctIdentity: t.field({
      type: types.Dossier,
      nullable: false,
      description:
        'Corrects the personal data. What the input leaves out stays, null empties it. The mentor. Approvals of the dossier are void after a change.',
      args: { input: t.arg({ type: inputs.CorrectIdentity, required: true }) },
      resolve: (_root, { input }, context) => commands.correctIdentity(context.em.fork(), context, input),
    }),
    updateContact: t.field({
      type: types.Dossier,
      nullable: false,
      description:
        'How the student is reached. What the input leaves out stays, null empties it. The student. Approvals of the dossier are void after a change.',
      args: { input: t.arg({ type: inputs.UpdateContact, required: true }) },
      resolve: (_root, { input }, context) => commands.updateContact(context.em.fork(), context, input),
    }),
    enterPersonalNumber: t.field({
      type: types.Dossier,
      nullable: false,
      description:
        'Enters the personal number (BSN or onderwijsnummer), or corrects it: nine digits that pass the eleven-test. The mentor. Kept sealed; shown masked from then on. Approvals of the dossier are void after a change.',
      args: { input: t.arg({ type: inputs.EnterPersonalNumber, required: true }) },
      resolve: (_root, { input }, context) => enterPersonalNumber(context.em.fork(), context, input),
    }),
    enterPupils: t.string({
      nullable: false,
      inaccessible: true,
      description:
        'For the gateway alone: who the pupils of an import are, as JSON; answers what is wrong with which. Who reserved their ids.',
      args: { pupils: t.arg.string({ required: true }) },
      resolve: async (_root, { pupils }, context) =>
        JSON.stringify(await enterPupils(context.em.fork(), context, JSON.parse(pupils) as EnteredPupil[])),
    }),
    revealPersonalNumber: t.field({
      type: 'String',
      nullable: false,
      description:
        'The whole personal number: nine digits. Who may see it masked; each time is kept, and the student sees it (`PersonalNumber.reveals`). INVALID when an mbo names another purpose than that of the request.',
      args: { input: t.arg({ type: inputs.RevealPersonalNumber, required: true }) },
      resolve: (_root, { input }, context) => commands.revealPersonalNumber(context.em.fork(), context, input),
    }),
  }))
}

function inputTypes(builder: Builder<PersonContext>, types: PersonTypes) {
  const Municipality = builder.inputType('MunicipalityInput', {
    fields: (t) => ({
      code: t.string({ required: true, description: '`GM0193`' }),
      name: t.string({ required: true }),
    }),
  })
  const CorrectIdentity = builder.inputType('CorrectIdentityInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      initials: t.string({ description: 'With dots, no spaces: `Chr.Th.`' }),
      surnamePrefix: t.string(),
      surname: t.string({ description: 'At most 100 characters.' }),
      callName: t.string(),
      birthDate: t.field({ type: 'Date' }),
      gender: t.field({ type: types.Gender }),
      municipality: t.field({ type: Municipality }),
      leavingSchool: t.string({ description: 'BRIN.' }),
      leavingLevel: t.field({ type: types.SchoolLevel }),
    }),
  })
  const Address = builder.inputType('AddressInput', {
    fields: (t) => ({
      street: t.string({ required: true }),
      houseNumber: t.string({ required: true, description: '`12 B`' }),
      postcode: t.string({ required: true, description: '`8011 AB`' }),
      city: t.string({ required: true }),
    }),
  })
  const UpdateContact = builder.inputType('UpdateContactInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      email: t.string(),
      phone: t.string({ description: 'Ten digits, or with `+` and the code of the country.' }),
      address: t.field({ type: Address }),
    }),
  })
  const EnterPersonalNumber = builder.inputType('EnterPersonalNumberInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      number: t.string({ required: true, description: 'Nine digits.' }),
    }),
  })
  const RevealPersonalNumber = builder.inputType('RevealPersonalNumberInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      purpose: t.field({ type: types.Purpose, required: true }),
    }),
  })
  return { CorrectIdentity, UpdateContact, EnterPersonalNumber, RevealPersonalNumber }
}
