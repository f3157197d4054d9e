import type { Builder } from '@doorstroomhub/kit/builder.ts'
import * as commands from './commands.ts'
import type { SupportContext, SupportTypes } from './schema.ts'

const SAVES = 'What is left out of the input is empty afterwards. Approvals of the dossier are void after a change.'

/** The commands, as mutations. */
export function implementMutations(builder: Builder<SupportContext>, types: SupportTypes) {
  const inputs = inputTypes(builder, types)
  builder.mutationType({})
  builder.mutationFields((t) => ({
    saveSupportProfile: t.field({
      type: types.Dossier,
      nullable: false,
      description: `Strengths, present support, and how the student wants to talk about it. Student, mentor, care coordinator. ${SAVES}`,
      args: { input: t.arg({ type: inputs.SaveSupportProfile, required: true }) },
      resolve: (_root, { input }, context) => commands.saveSupportProfile(context.em.fork(), context, input),
    }),
    saveSupportNeed: t.field({
      type: types.Dossier,
      nullable: false,
      description: `Adds a need, or changes the one with \`id\`. Student, mentor, care coordinator. ${SAVES} INVALID when the area is in the dossier already, or with NONE beside another.`,
      args: { input: t.arg({ type: inputs.SaveSupportNeed, required: true }) },
      resolve: (_root, { input }, context) => commands.saveSupportNeed(context.em.fork(), context, input),
    }),
    removeSupportNeed: t.field({
      type: types.Dossier,
      nullable: false,
      description: 'Student, mentor, care coordinator.',
      args: { input: t.arg({ type: inputs.ItemId, required: true }) },
      resolve: (_root, { input }, context) => commands.removeSupportNeed(context.em.fork(), context, input),
    }),
    saveCondition: t.field({
      type: types.Dossier,
      nullable: false,
      description: `Adds a condition, or changes the one with \`id\`; the own view stays. Special category data: only what the student wants known. Student, involved care coordinator. ${SAVES}`,
      args: { input: t.arg({ type: inputs.SaveCondition, required: true }) },
      resolve: (_root, { input }, context) => commands.saveCondition(context.em.fork(), context, input),
    }),
    removeCondition: t.field({
      type: types.Dossier,
      nullable: false,
      description: 'Student, involved care coordinator.',
      args: { input: t.arg({ type: inputs.ItemId, required: true }) },
      resolve: (_root, { input }, context) => commands.removeCondition(context.em.fork(), context, input),
    }),
    writeStudyAdvice: t.field({
      type: types.StudyAdvice,
      nullable: false,
      description:
        'New advice, or with `id` a new version, which is closed outside the school until the student accepts it. Mentor, care coordinator. CONFLICT when `expectedVersion` is given and another one stands there.',
      args: { input: t.arg({ type: inputs.WriteStudyAdvice, required: true }) },
      resolve: (_root, { input }, context) => commands.writeStudyAdvice(context.em.fork(), context, input),
    }),
    removeStudyAdvice: t.field({
      type: types.Dossier,
      nullable: false,
      description: 'Mentor, care coordinator.',
      args: { input: t.arg({ type: inputs.ItemId, required: true }) },
      resolve: (_root, { input }, context) => commands.removeStudyAdvice(context.em.fork(), context, input),
    }),
    acceptStudyAdvice: t.field({
      type: types.StudyAdvice,
      nullable: false,
      description:
        "The student's yes to exactly this version. The student. CONFLICT when the advice has another version by now.",
      args: { input: t.arg({ type: inputs.AcceptStudyAdvice, required: true }) },
      resolve: (_root, { input }, context) => commands.acceptStudyAdvice(context.em.fork(), context, input),
    }),
    contestStudyAdvice: t.field({
      type: types.StudyAdvice,
      nullable: false,
      description: 'Takes an acceptance back: from now on the advice is closed outside the school. The student.',
      args: { input: t.arg({ type: inputs.ItemId, required: true }) },
      resolve: (_root, { input }, context) => commands.contestStudyAdvice(context.em.fork(), context, input),
    }),
    writeOwnView: t.field({
      type: types.Dossier,
      nullable: false,
      description:
        "The student's own view (zienswijze) beside study advice or a condition, by its id; always shown with it. The student. Without text the view is removed.",
      args: { input: t.arg({ type: inputs.WriteOwnView, required: true }) },
      resolve: (_root, { input }, context) => commands.writeOwnView(context.em.fork(), context, input),
    }),
  }))
}

function inputTypes(builder: Builder<SupportContext>, types: SupportTypes) {
  const ItemId = builder.inputType('ItemIdInput', {
    description: 'An item, by its id.',
    fields: (t) => ({ id: t.id({ required: true }) }),
  })
  const SaveSupportProfile = builder.inputType('SaveSupportProfileInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      strengths: t.stringList({ description: 'At most 15, of 200 characters.' }),
      currentSupport: t.stringList({ description: 'At most 15, of 200 characters.' }),
      howToDiscuss: t.field({ type: types.DiscussPreference }),
    }),
  })
  const SaveSupportNeed = builder.inputType('SaveSupportNeedInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      id: t.id({ description: 'The need to change; without it one is added.' }),
      area: t.field({ type: types.SupportArea, required: true }),
      level: t.field({ type: types.SupportLevel }),
      accommodations: t.field({ type: [types.Accommodation] }),
    }),
  })
  const Statement = builder.inputType('StatementInput', {
    fields: (t) => ({
      title: t.string({ required: true, description: 'At most 120 characters.' }),
      issuedBy: t.string({ description: 'At most 120 characters.' }),
      issuedOn: t.field({ type: 'Date', description: 'Not in the future.' }),
      expiresOn: t.field({ type: 'Date' }),
    }),
  })
  const SaveCondition = builder.inputType('SaveConditionInput', {
    description: 'At least one of name, explanation and statement.',
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      id: t.id({ description: 'The condition to change; without it one is added.' }),
      name: t.string({ description: 'At most 120 characters.' }),
      explanation: t.string({ description: 'At most 2000 characters.' }),
      statement: t.field({ type: Statement }),
    }),
  })
  const WriteStudyAdvice = builder.inputType('WriteStudyAdviceInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      id: t.id({ description: 'The advice of which this is a new version; without it this is new advice.' }),
      expectedVersion: t.int({ description: 'The version that the writer read.' }),
      text: t.string({ required: true, description: 'At most 4000 characters.' }),
    }),
  })
  const AcceptStudyAdvice = builder.inputType('AcceptStudyAdviceInput', {
    fields: (t) => ({ id: t.id({ required: true }), version: t.int({ required: true }) }),
  })
  const WriteOwnView = builder.inputType('WriteOwnViewInput', {
    fields: (t) => ({
      id: t.id({ required: true, description: 'Of the advice or the condition.' }),
      text: t.string({ description: 'At most 2000 characters.' }),
    }),
  })
  return {
    ItemId,
    SaveSupportProfile,
    SaveSupportNeed,
    SaveCondition,
    WriteStudyAdvice,
    AcceptStudyAdvice,
    WriteOwnView,
  }
}
