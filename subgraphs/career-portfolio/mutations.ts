import type { Builder } from '@doorstroomhub/kit/builder.ts'
import * as commands from './commands.ts'
import type { CareerContext, CareerTypes } from './schema.ts'

const SAVES = 'What is left out of the input is empty afterwards. Approvals of the dossier are void after a change.'

/** The commands, as mutations. */
export function implementMutations(builder: Builder<CareerContext>, types: CareerTypes) {
  const inputs = inputTypes(builder, types)
  const { Dossier } = types
  builder.mutationType({})
  builder.mutationFields((t) => ({
    saveCareerSummary: t.field({
      type: Dossier,
      nullable: false,
      description: `Writes the one page (LOB passport and CV) anew. The student. ${SAVES} INVALID when a top experience is not in the career file.`,
      args: { input: t.arg({ type: inputs.SaveCareerSummary, required: true }) },
      resolve: (_root, { input }, context) => commands.saveCareerSummary(context.em.fork(), context, input),
    }),
    saveReflection: t.field({
      type: Dossier,
      nullable: false,
      description: `Writes what the student says about one competence; there is one text for each. The student. ${SAVES}`,
      args: { input: t.arg({ type: inputs.SaveReflection, required: true }) },
      resolve: (_root, { input }, context) => commands.saveReflection(context.em.fork(), context, input),
    }),
    saveExperience: t.field({
      type: Dossier,
      nullable: false,
      description: `Adds an experience, or changes the one with \`id\`. The student. ${SAVES}`,
      args: { input: t.arg({ type: inputs.SaveExperience, required: true }) },
      resolve: (_root, { input }, context) => commands.saveExperience(context.em.fork(), context, input),
    }),
    saveCareerTalk: t.field({
      type: Dossier,
      nullable: false,
      description: `Adds a career talk, or changes the one with \`id\`. The student. ${SAVES}`,
      args: { input: t.arg({ type: inputs.SaveCareerTalk, required: true }) },
      resolve: (_root, { input }, context) => commands.saveCareerTalk(context.em.fork(), context, input),
    }),
    savePlusItem: t.field({
      type: Dossier,
      nullable: false,
      description: `Adds an item to the plus document, or changes the one with \`id\`. The student. ${SAVES}`,
      args: { input: t.arg({ type: inputs.SavePlusItem, required: true }) },
      resolve: (_root, { input }, context) => commands.savePlusItem(context.em.fork(), context, input),
    }),
    removeReflection: t.field({
      type: Dossier,
      nullable: false,
      description: 'The student. Comments on it go with it.',
      args: { input: t.arg({ type: inputs.ItemId, required: true }) },
      resolve: (_root, { input }, context) => commands.removeReflection(context.em.fork(), context, input),
    }),
    removeExperience: t.field({
      type: Dossier,
      nullable: false,
      description: 'The student. Comments on it and its place on the summary go with it.',
      args: { input: t.arg({ type: inputs.ItemId, required: true }) },
      resolve: (_root, { input }, context) => commands.removeExperience(context.em.fork(), context, input),
    }),
    removeCareerTalk: t.field({
      type: Dossier,
      nullable: false,
      description: 'The student. Comments on it go with it.',
      args: { input: t.arg({ type: inputs.ItemId, required: true }) },
      resolve: (_root, { input }, context) => commands.removeCareerTalk(context.em.fork(), context, input),
    }),
    removePlusItem: t.field({
      type: Dossier,
      nullable: false,
      description: 'The student. Comments on it go with it.',
      args: { input: t.arg({ type: inputs.ItemId, required: true }) },
      resolve: (_root, { input }, context) => commands.removePlusItem(context.em.fork(), context, input),
    }),
    addCareerComment: t.field({
      type: Dossier,
      nullable: false,
      description:
        'Says something about a part of the portfolio, or about one item of it. The mentor; the student answers. It never leaves the school and changes nothing that was approved.',
      args: { input: t.arg({ type: inputs.AddCareerComment, required: true }) },
      resolve: (_root, { input }, context) => commands.addCareerComment(context.em.fork(), context, input),
    }),
    removeCareerComment: t.field({
      type: Dossier,
      nullable: false,
      description: 'Takes a comment back. Who wrote it.',
      args: { input: t.arg({ type: inputs.ItemId, required: true }) },
      resolve: (_root, { input }, context) => commands.removeCareerComment(context.em.fork(), context, input),
    }),
  }))
}

function inputTypes(builder: Builder<CareerContext>, types: CareerTypes) {
  const ItemId = builder.inputType('ItemIdInput', {
    description: 'An item, by its id.',
    fields: (t) => ({ id: t.id({ required: true }) }),
  })
  const SaveCareerSummary = builder.inputType('SaveCareerSummaryInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      aboutMe: t.string({ description: 'At most 1000 characters.' }),
      strengths: t.stringList({ description: 'At most 10, of 100 characters.' }),
      drives: t.stringList({ description: 'At most 10, of 100 characters.' }),
      topExperiences: t.idList({ description: 'At most 5 experiences of the career file, the most telling first.' }),
      jobInterest: t.string({ description: 'At most 500 characters.' }),
      chosenProgrammes: t.stringList({ description: 'At most 5, of 150 characters, first choice first.' }),
      questionForIntaker: t.string({ description: 'At most 500 characters.' }),
    }),
  })
  const SaveReflection = builder.inputType('SaveReflectionInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      competence: t.field({ type: types.CareerCompetence, required: true }),
      text: t.string({ required: true, description: 'At most 3000 characters.' }),
      level: t.int({ description: '1 to 4.' }),
    }),
  })
  const SaveExperience = builder.inputType('SaveExperienceInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      id: t.id({ description: 'The experience to change; without it one is added.' }),
      title: t.string({ required: true, description: 'At most 120 characters.' }),
      kind: t.field({ type: types.ExperienceKind, required: true }),
      from: t.field({ type: 'Date' }),
      to: t.field({ type: 'Date', description: 'Not before `from`.' }),
      place: t.string({ description: 'At most 120 characters.' }),
      learned: t.string({ description: 'At most 2000 characters.' }),
      competencies: t.field({ type: [types.CareerCompetence] }),
    }),
  })
  const SaveCareerTalk = builder.inputType('SaveCareerTalkInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      id: t.id({ description: 'The talk to change; without it one is added.' }),
      date: t.field({ type: 'Date', required: true }),
      with: t.string({ required: true, description: 'At most 120 characters.' }),
      summary: t.string({ required: true, description: 'At most 3000 characters.' }),
      nextStep: t.string({ description: 'At most 500 characters.' }),
    }),
  })
  const SavePlusItem = builder.inputType('SavePlusItemInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      id: t.id({ description: 'The item to change; without it one is added.' }),
      category: t.field({ type: types.PlusCategory, required: true }),
      title: t.string({ required: true, description: 'At most 120 characters.' }),
      description: t.string({ description: 'At most 1000 characters.' }),
      year: t.int({ description: 'From 1990 to next year.' }),
    }),
  })
  const AddCareerComment = builder.inputType('AddCareerCommentInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      part: t.field({ type: types.CareerPart, required: true }),
      itemId: t.id({ description: 'An item of that part; without it the comment is about the part as a whole.' }),
      text: t.string({ required: true, description: 'At most 1000 characters.' }),
    }),
  })
  return { ItemId, SaveCareerSummary, SaveReflection, SaveExperience, SaveCareerTalk, SavePlusItem, AddCareerComment }
}
