// Printed by generate.ts; do not edit.
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day, ISO 8601: `2009-05-14`. */
  Date: { input: string; output: string; }
  /** A moment, ISO 8601 with offset: `2026-11-24T09:30:00.000Z`. */
  DateTime: { input: string; output: string; }
};

/** A mentor's word on a part of the portfolio, or the student's answer. Never leaves the school. */
export type CareerComment = {
  at: Scalars['DateTime']['output'];
  author: Party;
  id: Scalars['ID']['output'];
  /** The item that it is about; null when it is about the part as a whole. */
  itemId: Maybe<Scalars['ID']['output']>;
  text: Scalars['String']['output'];
};

/** The whole career file: reflections, experiences and talks. */
export type CareerFile = {
  /** Talk between student and school, oldest first; none for others. */
  comments: Array<CareerComment>;
  experiences: Array<Experience>;
  reflections: Array<Reflection>;
  /** Oldest first. */
  talks: Array<CareerTalk>;
};

/** LOB passport and LOB CV: one page for the intake talk, by the student. */
export type CareerSummary = {
  aboutMe: Maybe<Scalars['String']['output']>;
  /** Programmes that the student thinks of, first choice first. */
  chosenProgrammes: Array<Scalars['String']['output']>;
  /** Talk between student and school, oldest first; none for others. */
  comments: Array<CareerComment>;
  /** What matters to the student. */
  drives: Array<Scalars['String']['output']>;
  /** Work that the student is curious about. */
  jobInterest: Maybe<Scalars['String']['output']>;
  /** What the student wants to ask at the talk. */
  questionForIntaker: Maybe<Scalars['String']['output']>;
  /** What the student is good at. */
  strengths: Array<Scalars['String']['output']>;
  /** The experiences that say most, from the career file, in the order of the student. */
  topExperiences: Array<Experience>;
};

/** A talk about the career (loopbaangesprek), as the student noted it. */
export type CareerTalk = {
  date: Scalars['Date']['output'];
  /** To change it, or to leave it out of a consent. */
  id: Scalars['ID']['output'];
  /** What the student does next. */
  nextStep: Maybe<Scalars['String']['output']>;
  summary: Scalars['String']['output'];
  /** With whom. */
  with: Scalars['String']['output'];
};

/** A dossier; here: what the student can, wants and did. */
export type Dossier = {
  /** The hub's own opaque id. */
  id: Scalars['ID']['output'];
  /** Group CAREER_FILE: the whole career file, for the start of the mbo and not for the intake talk; null when nothing is filled in. The student, a guardian of a student under 16 (from 16 if the student shares it), the mentor; the mbo with consent for STUDY_START. */
  careerFile: Maybe<CareerFile>;
  /** Group CAREER_SUMMARY: LOB passport and LOB CV, one page for the intake talk; null when nothing is filled in. The student, a guardian of a student under 16, the mentor; the mbo with consent or after enrolment. */
  careerSummary: Maybe<CareerSummary>;
  /** Group PLUS_DOCUMENT; null when nothing is filled in. The student, a guardian of a student under 16, the mentor; the mbo with consent. */
  plusDocument: Maybe<PlusDocument>;
  /** What may be shared in that region. */
  agreement: Maybe<Agreement>;
  /** Group APPLICATION_STATUS. An mbo institution sees its own alone. */
  applications: Maybe<Array<Application>>;
  /** Who said yes to the present version. The student, guardians and the school. */
  approvals: Maybe<Array<DossierApproval>>;
  /** What this viewer may do now; pages ask it, never guess. */
  can: Array<DossierAction>;
  /** Group SHARING. The student and guardians; an institution its own of the last 14 days. */
  consentRequests: Maybe<Array<ConsentRequest>>;
  /** Group SHARING. See Consent for who sees what. */
  consents: Maybe<Array<Consent>>;
  /** Whose part this viewer may end now, see endParty; pages ask it, never guess. Names are group IDENTITY. Always empty to who stands outside school and family. */
  endableParties: Maybe<Array<EndableParty>>;
  /** Special-guidance cases after enrolment. The student and guardians; an institution its own. */
  guidanceCases: Maybe<Array<GuidanceCase>>;
  /** Invitations that were not used yet. The mentor. */
  invitations: Maybe<Array<Invitation>>;
  /** What anybody who talks with students at this institution would read of this dossier now, for this purpose: the same decision as theirs. The student and guardians. */
  openTo: Maybe<Array<OpenGroup>>;
  /** Who has a part in it. Names are group IDENTITY; an mbo institution sees the student and the mentor: that there is a care coordinator says that there is care. */
  parties: Maybe<Array<Party>>;
  /** The owner stopped sharing for a while. To the mbo always false. */
  paused: Scalars['Boolean']['output'];
  /** Why it is paused when its owner did not do it; null otherwise. Until `resumeSharing`. The student and guardians. */
  pausedBecause: Maybe<PauseReason>;
  /** Who looked, newest first. The student, and a guardian of a student under 16. */
  readLog: Maybe<ReadLogConnection>;
  /** Who of the school and the family reads what today. The student. */
  readersInside: Maybe<Array<InsideReader>>;
  /** The region of the school that the student leaves. To an mbo institution its own: where a student comes from is group IDENTITY. */
  region: Region;
  /** What the agreement of this institution's region lets the owner share with it now; nothing without an application there that goes on. The student and guardians. */
  shareableWith: Maybe<Array<ShareableGroup>>;
  /** The words that `giveConsent` would keep for this, to read before saying yes; INVALID as `giveConsent` is. The student and guardians. */
  sharingWords: Maybe<Scalars['String']['output']>;
  /** Where it stands (domain §7). To an mbo institution this follows only from what is open to itself; otherwise it is always DRAFT. */
  status: DossierStatus;
  /** Every status it had. The student, guardians and the school. */
  statusHistory: Maybe<Array<DossierStatusChange>>;
  /** Grows when an agreed dossier is opened again; give it back as expectedVersion. */
  version: Scalars['Int']['output'];
  /** Group CONTACT. The student, guardians, the school; the mbo with consent or after enrolment. */
  contact: Maybe<Contact>;
  /** Group IDENTITY. The student, guardians, the school; the mbo with consent or after enrolment. */
  identity: Maybe<Identity>;
  /** Group PERSONAL_NUMBER, masked. The student, a guardian of a student under 16, the mentor; the mbo after enrolment when the number statement was given (WVO art. 103b). */
  personalNumber: Maybe<PersonalNumber>;
  /** Group ACCOMMODATIONS; null when nothing is filled in. The student, a guardian of a student under 16 (from 16 if the student shares it), mentor and care coordinator; the mbo with consent, in the detail that the region agreed on. */
  accommodations: Maybe<Accommodations>;
  /** Group CONDITION, special category data. The student, a guardian of a student under 16, the care coordinator who is involved, others of the school if the student shares it; the mbo with explicit consent, or in a logged case of special guidance. */
  conditions: Maybe<Array<Condition>>;
  /** Group STUDY_ADVICE. The student, a guardian of a student under 16, mentor and care coordinator; the mbo with consent, and of each advice only the version that the student accepted. */
  studyAdvice: Maybe<Array<StudyAdvice>>;
};


/** A dossier; here: what the student can, wants and did. */
export type DossierOpenToArgs = {
  institution: Scalars['String']['input'];
  purpose: Purpose;
};


/** A dossier; here: what the student can, wants and did. */
export type DossierReadLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A dossier; here: what the student can, wants and did. */
export type DossierShareableWithArgs = {
  institution: Scalars['String']['input'];
};


/** A dossier; here: what the student can, wants and did. */
export type DossierSharingWordsArgs = {
  groups: Array<FieldGroup>;
  institution: Scalars['String']['input'];
  leftOut?: InputMaybe<Array<Scalars['ID']['input']>>;
  purpose: Purpose;
};

/** Something that the student did and learned from. */
export type Experience = {
  competencies: Array<CareerCompetence>;
  from: Maybe<Scalars['Date']['output']>;
  /** To change it, or to leave it out of a consent. */
  id: Scalars['ID']['output'];
  kind: ExperienceKind;
  /** What the student learned, in own words. */
  learned: Maybe<Scalars['String']['output']>;
  /** The company, school or town. */
  place: Maybe<Scalars['String']['output']>;
  title: Scalars['String']['output'];
  /** Null while it goes on, or for a single day. */
  to: Maybe<Scalars['Date']['output']>;
};

/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type Mutation = {
  /** Says something about a part of the portfolio, or about one item of it. The mentor; the student answers. It never leaves the school and changes nothing that was approved. */
  addCareerComment: Dossier;
  /** Takes a comment back. Who wrote it. */
  removeCareerComment: Dossier;
  /** The student. Comments on it go with it. */
  removeCareerTalk: Dossier;
  /** The student. Comments on it and its place on the summary go with it. */
  removeExperience: Dossier;
  /** The student. Comments on it go with it. */
  removePlusItem: Dossier;
  /** The student. Comments on it go with it. */
  removeReflection: Dossier;
  /** Writes the one page (LOB passport and CV) anew. The student. What is left out of the input is empty afterwards. Approvals of the dossier are void after a change. INVALID when a top experience is not in the career file. */
  saveCareerSummary: Dossier;
  /** Adds a career talk, or changes the one with `id`. The student. What is left out of the input is empty afterwards. Approvals of the dossier are void after a change. */
  saveCareerTalk: Dossier;
  /** Adds an experience, or changes the one with `id`. The student. What is left out of the input is empty afterwards. Approvals of the dossier are void after a change. */
  saveExperience: Dossier;
  /** Adds an item to the plus document, or changes the one with `id`. The student. What is left out of the input is empty afterwards. Approvals of the dossier are void after a change. */
  savePlusItem: Dossier;
  /** Writes what the student says about one competence; there is one text for each. The student. What is left out of the input is empty afterwards. Approvals of the dossier are void after a change. */
  saveReflection: Dossier;
  /** Binds the own account to the dossier of the code. A student or guardian. INVALID, in the same words, for a code that never was, was used, was taken back or is too old; RATE_LIMITED after ten tries in an hour. */
  acceptInvitation: Dossier;
  /** Accepts the proposed time; with consent for INTAKE_TALK the dossier is then IN_INTAKE. The student. */
  acceptTalk: Application;
  /** Signs a draft; in force with the second person's signature, and what it does not allow is closed at once. The administrator, or the region's own analyst. */
  activateAgreement: Agreement;
  /** Brings the next part of the file. Bringing a part twice is harmless. Who began it. */
  appendImport: Import;
  /** A yes to a consent that waits. A guardian as long as the table of domain §5 asks for one; the student again after a birthday. */
  approveConsent: Consent;
  /** A yes to exactly this version. The approvers of domain §5: the student, and a guardian under the agreed policy. */
  approveDossier: Dossier;
  /** Reads the file and judges every row; writes nothing (a dry run). May be asked again. Who began it. */
  checkImport: Import;
  /** Ends a special-guidance case. The institution, or the student. */
  closeGuidanceCase: GuidanceCase;
  /** Makes a code that binds one account to the dossier: of the student when there is none yet, or of a guardian of a student under 18. The mentor. */
  createInvitation: CreatedInvitation;
  /** Ends the part that somebody has in the dossier, at once, also in what they have open. What they approved stays. The mentor of guardians, care coordinators and other mentors; a guardian of themselves, who reads nothing but the id in the answer; the student of guardians from 18. */
  endParty: Dossier;
  /** Destroys the content (GDPR art. 17). Asked twice: false the first time, true when it is gone (again within 15 minutes). The student from 16, a guardian before. */
  eraseDossier: Scalars['Boolean']['output'];
  /** Shares groups with one institution for one purpose, inside the agreement. The student; opens when who must approve has (domain §5). */
  giveConsent: Consent;
  /** The instemmingsverklaring (WVO art. 103b). A guardian under 16, the student or a guardian at 16 and 17, then the student. */
  givePersonalNumberStatement: Dossier;
  /** Takes a step of domain §7. The student, the mentor, an approver who declines, the intaker after the talk. CONFLICT when it has moved on. */
  moveDossier: Dossier;
  /** Opens a dossier in DRAFT. The mentor, for a pupil in the caseload. Not the student: the birth date decides who decides along, so that it is the school's word; INVALID tells a student how to get one. CONFLICT when there is one. */
  openDossier: Dossier;
  /** After enrolment: opens CONDITION to one named officer, with a reason that the student sees. An intaker. */
  openGuidanceCase: GuidanceCase;
  /** Stops all sharing for a while. The student, or a guardian of a student under 16. */
  pauseSharing: Dossier;
  /** Proposes a time for the intake talk. An intaker of the institution. */
  proposeTalk: Application;
  /** Says no; the institution does not learn it. The student, or a guardian of a student under 16. */
  refuseConsentRequest: ConsentRequest;
  /** Tells of an application at an institution. The student or the mentor. */
  registerApplication: Application;
  /** Asks to be told of changes from now on, at an address. Ten per institution. A partner system with scope feed:read, or the administrator. */
  registerWebhook: WebhookWithSecret;
  /** Destroys the file and what waits of it; what was written stays. Who began it. */
  removeImport: Scalars['Boolean']['output'];
  /** Nothing is sent there any more. A partner system with scope feed:read, or the administrator. */
  removeWebhook: Scalars['Boolean']['output'];
  /** A statutory status message (WEB 8.0.2), also to the vo school and the municipality. An intaker, or a partner system with scope status:write; the student may report WITHDRAWN. */
  reportApplicationStatus: Application;
  /** A polite question of an institution, once per 14 days. An intaker or partner system of an institution applied to. */
  requestConsent: ConsentRequest;
  /** Sharing goes on as it was. The student, or a guardian of a student under 16. */
  resumeSharing: Dossier;
  /** Goes on after the last change that arrived, at once. A partner system with scope feed:read, or the administrator. */
  resumeWebhook: Webhook;
  /** Stops at once; declines what still waits. The student; under 18 a guardian too, as the policy says. */
  revokeConsent: Consent;
  /** Takes back an invitation that was not used. The mentor. */
  revokeInvitation: Invitation;
  /** A new secret. For 24 hours messages carry a signature with the former one too. A partner system with scope feed:read, or the administrator. */
  rotateWebhookSecret: WebhookWithSecret;
  /** Drafts the next version of a region's agreement. The administrator, or the region's own analyst. */
  saveAgreement: Agreement;
  /** Shares a group with the mentor or the guardians, or stops that. The student. */
  shareInside: Dossier;
  /** Begins to read a file in: PUPILS and OSO a mentor or care coordinator for the own school, EXPERIENCES a student. See docs/import.md. */
  startImport: Import;
  /** Stops a part of a consent at once; the rest goes on. All of its groups: as revokeConsent. The student; under 18 a guardian too, as the policy says. */
  stopSharing: Consent;
  /** Writes the next rows of an import that was checked, for a second or two; ask again until it is finished. Whatever ends in between, it goes on where it was. Who began it. */
  continueImport: ImportProgress;
  /** Keeps all sections as they are now, for good. Whoever may write in at least one of them. */
  freezeIntakePreparation: FrozenVersion;
  /** A ticket for a client without a session cookie. Whoever may read the section; NOT_AVAILABLE for the others. */
  openSection: SectionTicket;
  /** Makes an old version of a section the newest, as an edit of yours; nothing is lost. Whoever may write in it. INVALID when there is no such version, CONFLICT when rights changed meanwhile. */
  restoreSection: Section;
  /** Corrects the personal data. What the input leaves out stays, null empties it. The mentor. Approvals of the dossier are void after a change. */
  correctIdentity: Dossier;
  /** Enters the personal number (BSN or onderwijsnummer), or corrects it: nine digits that pass the eleven-test. The mentor. Kept sealed; shown masked from then on. Approvals of the dossier are void after a change. */
  enterPersonalNumber: Dossier;
  /** The whole personal number: nine digits. Who may see it masked; each time is kept, and the student sees it (`PersonalNumber.reveals`). INVALID when an mbo names another purpose than that of the request. */
  revealPersonalNumber: Scalars['String']['output'];
  /** How the student is reached. What the input leaves out stays, null empties it. The student. Approvals of the dossier are void after a change. */
  updateContact: Dossier;
  /** The student's yes to exactly this version. The student. CONFLICT when the advice has another version by now. */
  acceptStudyAdvice: StudyAdvice;
  /** Takes an acceptance back: from now on the advice is closed outside the school. The student. */
  contestStudyAdvice: StudyAdvice;
  /** Student, involved care coordinator. */
  removeCondition: Dossier;
  /** Mentor, care coordinator. */
  removeStudyAdvice: Dossier;
  /** Student, mentor, care coordinator. */
  removeSupportNeed: Dossier;
  /** Adds a condition, or changes the one with `id`; the own view stays. Special category data: only what the student wants known. Student, involved care coordinator. What is left out of the input is empty afterwards. Approvals of the dossier are void after a change. */
  saveCondition: Dossier;
  /** Adds a need, or changes the one with `id`. Student, mentor, care coordinator. What is left out of the input is empty afterwards. Approvals of the dossier are void after a change. INVALID when the area is in the dossier already, or with NONE beside another. */
  saveSupportNeed: Dossier;
  /** Strengths, present support, and how the student wants to talk about it. Student, mentor, care coordinator. What is left out of the input is empty afterwards. Approvals of the dossier are void after a change. */
  saveSupportProfile: Dossier;
  /** The student's own view (zienswijze) beside study advice or a condition, by its id; always shown with it. The student. Without text the view is removed. */
  writeOwnView: Dossier;
  /** New advice, or with `id` a new version, which is closed outside the school until the student accepts it. Mentor, care coordinator. CONFLICT when `expectedVersion` is given and another one stands there. */
  writeStudyAdvice: StudyAdvice;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationAddCareerCommentArgs = {
  input: AddCareerCommentInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRemoveCareerCommentArgs = {
  input: ItemIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRemoveCareerTalkArgs = {
  input: ItemIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRemoveExperienceArgs = {
  input: ItemIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRemovePlusItemArgs = {
  input: ItemIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRemoveReflectionArgs = {
  input: ItemIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationSaveCareerSummaryArgs = {
  input: SaveCareerSummaryInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationSaveCareerTalkArgs = {
  input: SaveCareerTalkInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationSaveExperienceArgs = {
  input: SaveExperienceInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationSavePlusItemArgs = {
  input: SavePlusItemInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationSaveReflectionArgs = {
  input: SaveReflectionInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationAcceptInvitationArgs = {
  input: AcceptInvitationInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationAcceptTalkArgs = {
  input: ApplicationIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationActivateAgreementArgs = {
  input: AgreementIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationAppendImportArgs = {
  input: AppendImportInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationApproveConsentArgs = {
  input: ConsentIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationApproveDossierArgs = {
  input: ApproveDossierInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationCheckImportArgs = {
  input: CheckImportInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationCloseGuidanceCaseArgs = {
  input: GuidanceCaseIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationCreateInvitationArgs = {
  input: CreateInvitationInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationEndPartyArgs = {
  input: EndPartyInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationEraseDossierArgs = {
  input: EraseDossierInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationGiveConsentArgs = {
  input: GiveConsentInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationGivePersonalNumberStatementArgs = {
  input: DossierIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationMoveDossierArgs = {
  input: MoveDossierInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationOpenDossierArgs = {
  input: OpenDossierInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationOpenGuidanceCaseArgs = {
  input: OpenGuidanceCaseInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationPauseSharingArgs = {
  input: DossierIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationProposeTalkArgs = {
  input: ProposeTalkInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRefuseConsentRequestArgs = {
  input: ConsentRequestIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRegisterApplicationArgs = {
  input: RegisterApplicationInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRegisterWebhookArgs = {
  input: RegisterWebhookInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRemoveImportArgs = {
  input: ImportIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRemoveWebhookArgs = {
  input: WebhookIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationReportApplicationStatusArgs = {
  input: ReportApplicationStatusInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRequestConsentArgs = {
  input: RequestConsentInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationResumeSharingArgs = {
  input: DossierIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationResumeWebhookArgs = {
  input: WebhookIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRevokeConsentArgs = {
  input: ConsentIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRevokeInvitationArgs = {
  input: InvitationIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRotateWebhookSecretArgs = {
  input: WebhookIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationSaveAgreementArgs = {
  input: SaveAgreementInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationShareInsideArgs = {
  input: ShareInsideInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationStartImportArgs = {
  input: StartImportInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationStopSharingArgs = {
  input: StopSharingInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationContinueImportArgs = {
  input: ContinueImportInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationFreezeIntakePreparationArgs = {
  input: FreezeInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationOpenSectionArgs = {
  input: OpenSectionInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRestoreSectionArgs = {
  input: RestoreSectionInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationCorrectIdentityArgs = {
  input: CorrectIdentityInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationEnterPersonalNumberArgs = {
  input: EnterPersonalNumberInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRevealPersonalNumberArgs = {
  input: RevealPersonalNumberInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationUpdateContactArgs = {
  input: UpdateContactInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationAcceptStudyAdviceArgs = {
  input: AcceptStudyAdviceInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationContestStudyAdviceArgs = {
  input: ItemIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRemoveConditionArgs = {
  input: ItemIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRemoveStudyAdviceArgs = {
  input: ItemIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationRemoveSupportNeedArgs = {
  input: ItemIdInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationSaveConditionArgs = {
  input: SaveConditionInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationSaveSupportNeedArgs = {
  input: SaveSupportNeedInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationSaveSupportProfileArgs = {
  input: SaveSupportProfileInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationWriteOwnViewArgs = {
  input: WriteOwnViewInput;
};


/** What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier. */
export type MutationWriteStudyAdviceArgs = {
  input: WriteStudyAdviceInput;
};

/** A school or institution by its BRIN; consent knows its name. */
export type Organisation = {
  brin: Scalars['String']['output'];
  kind: OrganisationKind;
  name: Scalars['String']['output'];
  region: Maybe<Region>;
};

/** Somebody, in a role, for an organisation. */
export type Party = {
  name: Scalars['String']['output'];
  organisation: Maybe<Organisation>;
  role: Role;
};

/** What the student did beside the lessons (plusdocument). */
export type PlusDocument = {
  /** Talk between student and school, oldest first; none for others. */
  comments: Array<CareerComment>;
  items: Array<PlusItem>;
};

/** An activity, talent or skill beside the lessons. */
export type PlusItem = {
  category: PlusCategory;
  description: Maybe<Scalars['String']['output']>;
  /** To change it, or to leave it out of a consent. */
  id: Scalars['ID']['output'];
  title: Scalars['String']['output'];
  /** The calendar year: `2026`. */
  year: Maybe<Scalars['Int']['output']>;
};

/** What can be asked. Everything needs a signed-in viewer. */
export type Query = {
  /** One application. NOT_FOUND when it does not exist, is of another institution or is not the viewer's business: the same answer. */
  application: Maybe<Application>;
  /** The change feed, oldest first: at least once, in order per dossier. What the viewer may not see is skipped, not counted. `first` at most 500. */
  changes: ChangeConnection;
  /** One dossier. NOT_FOUND when it does not exist or is not the viewer's business: the same answer. */
  dossier: Maybe<Dossier>;
  /** The dossiers that the viewer has a relation to. `first` at most 100. */
  dossiers: DossierConnection;
  /** An import by its id, for who began it. NOT_FOUND for others. */
  import: Maybe<Import>;
  /** The viewer's own last 20 imports, newest first. */
  imports: Maybe<Array<Import>>;
  /** A region by its code. Anybody signed in. */
  region: Maybe<Region>;
  /** Every region that takes part, by code. Anybody signed in. */
  regions: Array<Region>;
  /** The gateway's word for who is asking. */
  viewer: Viewer;
  /** The webhooks of one's own institution, oldest first; to the administrator all. A partner system with scope feed:read, or the administrator; to others NOT_AVAILABLE. */
  webhooks: Maybe<Array<Webhook>>;
  /** How the hub is doing: figures, never anything of a dossier or a person. The administrator; to others NOT_AVAILABLE. */
  hub: Maybe<Hub>;
};


/** What can be asked. Everything needs a signed-in viewer. */
export type QueryApplicationArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Everything needs a signed-in viewer. */
export type QueryChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. Everything needs a signed-in viewer. */
export type QueryDossierArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Everything needs a signed-in viewer. */
export type QueryDossiersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DossierFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. Everything needs a signed-in viewer. */
export type QueryImportArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Everything needs a signed-in viewer. */
export type QueryRegionArgs = {
  code: Scalars['ID']['input'];
};

/** What the student says about one career competence. */
export type Reflection = {
  competence: CareerCompetence;
  /** To leave it out of a consent. */
  id: Scalars['ID']['output'];
  /** The student's own mark: 1 (just begun) to 4 (sure of it). */
  level: Maybe<Scalars['Int']['output']>;
  text: Scalars['String']['output'];
};

/** What the schools of a region agreed about the dossier. It only narrows: nothing widens law or consent. */
export type Agreement = {
  allowed: Array<AllowedGroup>;
  /** How often a dashboard may get new counts. */
  beatSeconds: Scalars['Int']['output'];
  goals: Array<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** Whether it is a draft that waits for the signature of the viewer, who has not signed these words. */
  maySign: Scalars['Boolean']['output'];
  minorPolicy: MinorPolicy;
  postEnrolment: PostEnrolment;
  region: Region;
  /** Another one for other words; give it back as expectedRevision. */
  revision: Scalars['String']['output'];
  /** Who signed; it is in force with the second. */
  signedBy: Array<Scalars['String']['output']>;
  /** DRAFT, ACTIVE or ENDED. */
  state: Scalars['String']['output'];
  version: Scalars['Int']['output'];
};

/** A group that may be shared in this region: how much of it, from which day, for what. */
export type AllowedGroup = {
  detail: Detail;
  from: Maybe<Scalars['Date']['output']>;
  group: FieldGroup;
  purposes: Array<Purpose>;
};

/** An application for an mbo programme. Its status goes to the vo school and the home municipality by legal duty (WEB 8.0.2); no consent stops it, and it opens no dossier. */
export type Application = {
  id: Scalars['ID']['output'];
  appliedAt: Scalars['DateTime']['output'];
  institution: Organisation;
  /** Every status message, oldest first; the last one counts. */
  messages: Array<ApplicationMessage>;
  /** Applied no later than 1 April 23:59:59 Europe/Amsterdam of the start year. Shown, never decided upon. */
  onTime: Scalars['Boolean']['output'];
  programme: Programme;
  /** The year in which the programme starts. */
  startYear: Scalars['Int']['output'];
  status: ApplicationStatus;
  /** The time of the intake talk that both agreed on. */
  talkAt: Maybe<Scalars['DateTime']['output']>;
  /** The time that the institution proposed for the talk and that the student did not answer yet. */
  talkProposedAt: Maybe<Scalars['DateTime']['output']>;
  /** Group INTAKE_PREPARATION, section by section. The student, guardians of a student under 16, the school; the mbo with consent. */
  intakePreparation: Maybe<IntakePreparation>;
};

/** A status message to the vo school and the home municipality. A correction names the one it supersedes. */
export type ApplicationMessage = {
  at: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** To whom it went: BRIN of the vo school, `GM` code of the municipality. Empty to an mbo institution: where a student lives and went to school is group IDENTITY. */
  recipients: Array<Scalars['String']['output']>;
  status: ApplicationStatus;
  supersedes: Maybe<Scalars['ID']['output']>;
};

/** One person’s yes, with the words that they saw. */
export type Approval = {
  at: Scalars['DateTime']['output'];
  by: Party;
  wording: Scalars['String']['output'];
};

/** Something moved: which dossier or application, and what kind of change. Ask the graph for the rest. */
export type Change = {
  application: Maybe<Application>;
  at: Scalars['DateTime']['output'];
  /** Resume after this one. */
  cursor: Scalars['String']['output'];
  dossier: Maybe<Dossier>;
  kind: ChangeKind;
};

/** Changes, oldest first. */
export type ChangeConnection = {
  edges: Array<ChangeEdge>;
  pageInfo: PageInfo;
};

/** A node and its cursor. */
export type ChangeEdge = {
  cursor: Scalars['String']['output'];
  node: Change;
};

/** A yes: groups of one dossier, for one institution, for one purpose. The owner and guardians see all of it; vo staff which institutions receive something now (no groups); the institution its own while open. */
export type Consent = {
  /** Who said yes. Empty to others than owner and guardians. */
  approvals: Array<Approval>;
  /** What this viewer may do with this consent now: APPROVE_CONSENT, REVOKE_CONSENT. */
  can: Array<DossierAction>;
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  grantedAt: Maybe<Scalars['DateTime']['output']>;
  groups: Array<FieldGroup>;
  id: Scalars['ID']['output'];
  /** The institution that receives. */
  institution: Organisation;
  /** Items that the owner kept out. Empty to others than owner and guardians. */
  leftOut: Array<Scalars['ID']['output']>;
  purpose: Purpose;
  /** When it was stopped. */
  revokedAt: Maybe<Scalars['DateTime']['output']>;
  state: ConsentState;
  /** Who stopped or declined it; null when time or the system did. Null to others than owner and guardians. */
  stoppedBy: Maybe<Party>;
  /** The exact words that were shown when this was decided. Empty to others than owner and guardians. */
  wording: Scalars['String']['output'];
};

/** An institution’s question. The institution sees it for 14 days, whatever came of it; what came of it is for the owner alone. */
export type ConsentRequest = {
  askedAt: Scalars['DateTime']['output'];
  groups: Array<FieldGroup>;
  id: Scalars['ID']['output'];
  /** The institution that receives. */
  institution: Organisation;
  message: Maybe<Scalars['String']['output']>;
  /** Whether it waits for an answer of the owner. To the institution always true. */
  open: Scalars['Boolean']['output'];
  purpose: Purpose;
};

/** An invitation with its code, which is shown this once and kept nowhere. */
export type CreatedInvitation = {
  /** Seven groups of four signs, to hand over on paper. */
  code: Scalars['String']['output'];
  invitation: Invitation;
};

/** A yes to one version of the dossier. */
export type DossierApproval = {
  at: Scalars['DateTime']['output'];
  by: Party;
  version: Scalars['Int']['output'];
};

/** Dossiers, by id. */
export type DossierConnection = {
  edges: Array<DossierEdge>;
  pageInfo: PageInfo;
};

/** A node and its cursor. */
export type DossierEdge = {
  cursor: Scalars['String']['output'];
  node: Dossier;
};

/** One step of the dossier. */
export type DossierStatusChange = {
  at: Scalars['DateTime']['output'];
  dossier: Dossier;
  from: Maybe<DossierStatus>;
  to: DossierStatus;
};

/** Somebody whose part in the dossier this viewer may end. */
export type EndableParty = {
  /** Give it back as partyId. */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  organisation: Maybe<Organisation>;
  role: Role;
};

/** A special-guidance case after enrolment: one named officer reads CONDITION, for this reason (domain §4, G). */
export type GuidanceCase = {
  closedAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  institution: Organisation;
  /** Who reads. */
  officer: Scalars['String']['output'];
  openedAt: Scalars['DateTime']['output'];
  reason: Scalars['String']['output'];
};

/** A file that is read in. To others than who began it, it does not exist. */
export type Import = {
  added: Scalars['Int']['output'];
  changed: Scalars['Int']['output'];
  columns: Array<ImportColumn>;
  /** Rows that need nothing more, the bad ones with them. */
  done: Scalars['Int']['output'];
  /** As it was found. */
  encoding: Maybe<Scalars['String']['output']>;
  /** Rows that are not written: see faults. */
  failed: Scalars['Int']['output'];
  /** What is wrong, in the order of the file: the first 100, at most 1000. */
  faults: Array<ImportFault>;
  /** What a column of this kind of file can be. */
  fields: Array<ImportField>;
  fileName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  kind: ImportKind;
  /** Which of those must be in the file. */
  needed: Array<ImportField>;
  /** Parts of the file that are here. */
  receivedParts: Scalars['Int']['output'];
  /** Pupils or experiences in the file. */
  rows: Scalars['Int']['output'];
  /** Between the cells of a CSV. */
  separator: Maybe<Scalars['String']['output']>;
  startedAt: Scalars['DateTime']['output'];
  state: ImportState;
  /** Known, and the same as last time. */
  unchanged: Scalars['Int']['output'];
};


/** A file that is read in. To others than who began it, it does not exist. */
export type ImportFaultsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A column of the file, and what it is taken for. */
export type ImportColumn = {
  /** Null: not read in. */
  field: Maybe<ImportField>;
  heading: Scalars['String']['output'];
};

/** What is wrong and where. It never holds a value out of the file. */
export type ImportFault = {
  /** The column's heading, or the element. */
  column: Maybe<Scalars['String']['output']>;
  /** Of the file, from 1; of JSON the place in its list. */
  line: Scalars['Int']['output'];
  reason: Scalars['String']['output'];
};

/** Somebody of the school or the family, and what the dossier shows them today. */
export type InsideReader = {
  /** What the student may share with them, or stop sharing: see shareInside. */
  choices: Array<FieldGroup>;
  /** What they read now. */
  groups: Array<FieldGroup>;
  name: Scalars['String']['output'];
  organisation: Maybe<Organisation>;
  role: Role;
  /** Of these choices: what is shared now. */
  shared: Array<FieldGroup>;
};

/** A way into one dossier for one account, good once and for 14 days. Its code is shown only when it is made. */
export type Invitation = {
  createdAt: Scalars['DateTime']['output'];
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** For whom, in the mentor's words. */
  name: Scalars['String']['output'];
  /** STUDENT or GUARDIAN. */
  role: Role;
};

/** A group as an institution would read it now; the content itself is in the other fields of the dossier. */
export type OpenGroup = {
  /** On which ground. */
  basis: LegalBasis;
  /** TICK: without the written text. */
  detail: Detail;
  group: FieldGroup;
  /** Items that stay out. */
  leftOut: Array<Scalars['ID']['output']>;
  /** Of INTAKE_PREPARATION: the sections that are open. */
  sections: Array<SectionKey>;
};

/** Where this page stands in its list (Relay cursor specification). */
export type PageInfo = {
  endCursor: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor: Maybe<Scalars['String']['output']>;
};

/** An mbo programme. */
export type Programme = {
  /** Five digits. */
  crebo: Scalars['String']['output'];
  level: MboLevel;
  name: Scalars['String']['output'];
  route: Route;
};

/** Who looked, newest first. */
export type ReadLogConnection = {
  edges: Array<ReadLogEdge>;
  pageInfo: PageInfo;
};

/** A node and its cursor. */
export type ReadLogEdge = {
  cursor: Scalars['String']['output'];
  node: ReadLogEntry;
};

/** One time that somebody other than the owner read groups of this dossier: who, what, why. Never a value. */
export type ReadLogEntry = {
  at: Scalars['DateTime']['output'];
  /** On which ground. */
  basis: LegalBasis;
  groups: Array<FieldGroup>;
  /** For which organisation. */
  organisation: Maybe<Organisation>;
  /** What the mbo said it was for; null on a ground that needs no purpose. */
  purpose: Maybe<Purpose>;
  /** The person or system. */
  reader: Scalars['String']['output'];
  role: Role;
};

/** An RMC region (Doorstroompunt), `01` to `39`. There is no way from a region to a dossier. */
export type Region = {
  /** The agreement in force. Anybody signed in. */
  agreement: Maybe<Agreement>;
  /** Every version, drafts too, newest first. The administrator, or the region's own analyst: who may sign. */
  agreements: Maybe<Array<Agreement>>;
  code: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Counts as they left last, at the beat of the agreement, rounded and suppressed. The region's own analyst; to others NOT_AVAILABLE. */
  status: Maybe<RegionStatus>;
  /** What was published per week, oldest first; `last` at most 104. The region's own analyst. */
  weeks: Maybe<Array<RegionWeek>>;
};


/** An RMC region (Doorstroompunt), `01` to `39`. There is no way from a region to a dossier. */
export type RegionWeeksArgs = {
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A snapshot of counts of one region. */
export type RegionStatus = {
  at: Scalars['DateTime']['output'];
  code: Scalars['ID']['output'];
  counts: Array<StatusCount>;
  /** `2026-2027`: the school year before the mbo starts. */
  schoolYear: Scalars['String']['output'];
};

/** What was published of a region in one week. */
export type RegionWeek = {
  counts: Array<StatusCount>;
  /** The Monday. */
  week: Scalars['Date']['output'];
};

/** A group that the owner can share with one institution for one purpose, within the agreement. */
export type ShareableGroup = {
  detail: Detail;
  group: FieldGroup;
  purpose: Purpose;
};

/** A cell of the table: a status, and a level or (null) the total of all levels. */
export type StatusCount = {
  /** Rounded to 5; null when suppressed. */
  count: Maybe<Scalars['Int']['output']>;
  level: Maybe<SchoolLevel>;
  /** `35`, `<10` (until it is well over ten again), or `…` where another cell or an earlier snapshot would give it away. */
  shown: Scalars['String']['output'];
  status: DossierStatus;
  suppressed: Scalars['Boolean']['output'];
};

/** What can be followed, over server-sent events or a websocket. */
export type Subscription = {
  /** The feed, live: replays what came after the cursor and then follows, without a gap or a double; without a cursor from now on. A reader that is too slow is cut off with RATE_LIMITED and resumes by its cursor. */
  changeAdded: Change;
  /** Status changes of one dossier, or (without id) of every dossier that the viewer has a relation to, each answered anew under their rights of that moment. Ends with NOT_FOUND when the dossier is no longer theirs. */
  dossierStatusChanged: DossierStatusChange;
  /** Counts of a region: one at once, then whenever what is shown has changed, at the beat of its agreement. The region's own analyst. */
  regionStatus: RegionStatus;
};


/** What can be followed, over server-sent events or a websocket. */
export type SubscriptionChangeAddedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be followed, over server-sent events or a websocket. */
export type SubscriptionDossierStatusChangedArgs = {
  dossierId?: InputMaybe<Scalars['ID']['input']>;
};


/** What can be followed, over server-sent events or a websocket. */
export type SubscriptionRegionStatusArgs = {
  code: Scalars['ID']['input'];
};

/** Who is asking, as proven at the door. */
export type Viewer = {
  name: Scalars['String']['output'];
  /** For which organisation. */
  organisation: Maybe<Organisation>;
  /** The region of an analyst; null for others. */
  region: Maybe<Region>;
  role: Role;
  /** OAuth scopes of a partner system; they only cut. */
  scopes: Array<Scalars['String']['output']>;
  subject: Scalars['ID']['output'];
};

/** An address of a partner system that is told of changes: one signed message per change (Standard Webhooks), ids and kinds only, in order. See docs/webhooks.md. */
export type Webhook = {
  /** The moment of the oldest change that the receiver did not take yet; null when it is up to date. */
  behindSince: Maybe<Scalars['DateTime']['output']>;
  createdAt: Scalars['DateTime']['output'];
  /** In your own words, to know it by. */
  description: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  institution: Organisation;
  /** Why the last message that failed did not arrive, in words. */
  lastFailure: Maybe<Scalars['String']['output']>;
  lastFailureAt: Maybe<Scalars['DateTime']['output']>;
  /** When the receiver last took a message. */
  lastSuccessAt: Maybe<Scalars['DateTime']['output']>;
  /** When the message that failed is tried again; null when none is waiting. */
  nextAttemptAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it is paused, in words. */
  pausedBecause: Maybe<Scalars['String']['output']>;
  /** PAUSED: nothing is sent until it is resumed. */
  state: WebhookState;
  url: Scalars['String']['output'];
};

/** A webhook and its secret, which is shown this once. */
export type WebhookWithSecret = {
  /** `whsec_...`: keep it where the receiver can read it. The hub cannot show it again. */
  secret: Scalars['String']['output'];
  webhook: Webhook;
};

/** How far an import is. */
export type ImportProgress = {
  rows: Scalars['Int']['output'];
  /** Rows that need nothing more. */
  done: Scalars['Int']['output'];
  finished: Scalars['Boolean']['output'];
};

/** One gateway of the hub, as it is now. Of several gateways each tells of itself. */
export type Hub = {
  version: Scalars['String']['output'];
  startedAt: Scalars['DateTime']['output'];
  uptimeSeconds: Scalars['Int']['output'];
  /** Whether the database, the bus and each subgraph work. */
  parts: Array<HubPart>;
  /** People who asked something of this gateway since it started: how many, by their role and organisation; never who. */
  accounts: Array<HubAccounts>;
  /** Partner systems that asked something of this gateway since it started. */
  systems: Array<HubSystem>;
  /** Websockets to the graph that are open. */
  sockets: Scalars['Int']['output'];
  /** Subscriptions that are open. */
  streams: Scalars['Int']['output'];
  /** Connections to live documents that are open. */
  documents: Scalars['Int']['output'];
  /** Errors that went out as INTERNAL since the start. */
  unexpectedErrors: Scalars['Int']['output'];
  /** People who signed in with a browser since the start. */
  signedIn: Scalars['Int']['output'];
  /** Sessions that were ended by signing out since the start. */
  signedOut: Scalars['Int']['output'];
  /** People whom their provider or the hub did not let in since the start. */
  signInsRefused: Scalars['Int']['output'];
  /** Tokens and sessions that were shown since the start and not believed: over, ended, or false. */
  proofsRefused: Scalars['Int']['output'];
  /** How often each limit was met since the start. */
  limitsMet: Array<HubLimit>;
};

/** A part that the hub cannot do without. */
export type HubPart = {
  name: Scalars['String']['output'];
  ready: Scalars['Boolean']['output'];
};

/** The people of one role in one organisation, as the sign-in provider names these. */
export type HubAccounts = {
  role: Scalars['String']['output'];
  /** The school, institution, municipality or region; null of students and guardians. */
  organisation: Maybe<Scalars['String']['output']>;
  /** Counted up to 10,000. */
  people: Scalars['Int']['output'];
  lastAskedAt: Scalars['DateTime']['output'];
};

/** A partner system, as the sign-in provider names it. */
export type HubSystem = {
  subject: Scalars['String']['output'];
  name: Scalars['String']['output'];
  /** BRIN of its institution. */
  institution: Maybe<Scalars['String']['output']>;
  lastAskedAt: Scalars['DateTime']['output'];
};

/** A limit, and how often it was met. */
export type HubLimit = {
  limit: Scalars['String']['output'];
  times: Scalars['Int']['output'];
};

/** Somebody who wrote in a section. */
export type Contributor = {
  /** When they last wrote here. */
  lastAt: Scalars['DateTime']['output'];
  name: Scalars['String']['output'];
  role: Role;
};

/** A section as it was. */
export type FrozenSection = {
  html: Scalars['String']['output'];
  key: SectionKey;
  text: Scalars['String']['output'];
};

/** The intake preparation as it was at one moment. It never changes. */
export type FrozenVersion = {
  frozenAt: Scalars['DateTime']['output'];
  frozenBy: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** 1, 2, 3 ... */
  number: Scalars['Int']['output'];
  /** What was hashed with the content, so that the hash tells nothing about a closed section. Null unless every section is open to you. */
  seal: Maybe<Scalars['String']['output']>;
  /** The sections that are open to you now. */
  sections: Array<FrozenSection>;
  /** Over the seal and the content of all sections, hexadecimal. */
  sha256: Scalars['String']['output'];
};

/** The live document of one application, written together by the student, the school and the intaker: one section, one audience. */
export type IntakePreparation = {
  id: Scalars['ID']['output'];
  /** All four, in reading order. */
  sections: Array<Section>;
  /** The frozen versions, the newest first. */
  versions: Array<FrozenVersion>;
};

/** A section of the intake preparation. Closed to you: access NONE, and nothing else is told. */
export type Section = {
  access: SectionAccess;
  /** Who wrote here, the last one first. */
  contributors: Array<Contributor>;
  /** The same with its form, as safe HTML. */
  html: Maybe<Scalars['String']['output']>;
  key: SectionKey;
  /** The words alone, a line per paragraph; at most a second behind the live document. */
  text: Maybe<Scalars['String']['output']>;
  /** The moment that text and html are from: the last edit in them. Null while nobody wrote. */
  updatedAt: Maybe<Scalars['DateTime']['output']>;
};

/** A key for one websocket at `/documents/<intakePreparationId>/<section in lower case>?ticket=...`. */
export type SectionTicket = {
  access: SectionAccess;
  /** Thirty seconds from now. */
  expiresAt: Scalars['DateTime']['output'];
  /** Works once. */
  ticket: Scalars['String']['output'];
};

/** A Dutch address. */
export type Address = {
  city: Scalars['String']['output'];
  houseNumber: Scalars['String']['output'];
  /** `8011 AB` */
  postcode: Scalars['String']['output'];
  street: Scalars['String']['output'];
};

/** How to reach the student. */
export type Contact = {
  address: Maybe<Address>;
  email: Maybe<Scalars['String']['output']>;
  phone: Maybe<Scalars['String']['output']>;
};

/** Who the student is: the personal data of the dossier (legally required in a transfer). */
export type Identity = {
  birthDate: Scalars['Date']['output'];
  /** The name that people use. */
  callName: Maybe<Scalars['String']['output']>;
  gender: Gender;
  /** With dots, no spaces: `Chr.Th.` */
  initials: Scalars['String']['output'];
  leavingLevel: Maybe<SchoolLevel>;
  /** The secondary school that the student leaves. */
  leavingSchool: Maybe<Organisation>;
  /** Where the student lives. */
  municipality: Maybe<Municipality>;
  surname: Scalars['String']['output'];
  /** `van der` */
  surnamePrefix: Maybe<Scalars['String']['output']>;
};

/** A municipality: `GM` and four digits, and its name. */
export type Municipality = {
  code: Scalars['String']['output'];
  name: Scalars['String']['output'];
};

/** One time that the whole personal number was shown. Never the number. */
export type NumberReveal = {
  at: Scalars['DateTime']['output'];
  by: Party;
  purpose: Purpose;
};

/** The personal number (PGN), never whole: see revealPersonalNumber. */
export type PersonalNumber = {
  kind: PersonalNumberKind;
  /** `•••••6782`: the last four digits. */
  masked: Scalars['String']['output'];
  /** Who was shown the whole number, newest first. For the student and guardians; null for others. */
  reveals: Maybe<Array<NumberReveal>>;
  /** Whether the statement (instemmingsverklaring) for giving the number to the mbo was given. */
  statementGiven: Scalars['Boolean']['output'];
};

/** What helps the student. Where the region agreed on ticks alone, the mbo gets `needs` and the rest stays empty. */
export type Accommodations = {
  /** Support that the student has now. */
  currentSupport: Array<Scalars['String']['output']>;
  howToDiscuss: Maybe<DiscussPreference>;
  needs: Array<SupportNeed>;
  /** What goes well. */
  strengths: Array<Scalars['String']['output']>;
};

/** A condition or diagnosis, as far as the student wants it known. Sealed at rest. */
export type Condition = {
  /** What it means for this student, in own words. */
  explanation: Maybe<Scalars['String']['output']>;
  /** To change it, or to leave it out of a consent. */
  id: Scalars['ID']['output'];
  name: Maybe<Scalars['String']['output']>;
  /** The student's own view (zienswijze), always shown beside the text. */
  ownView: Maybe<Scalars['String']['output']>;
  statement: Maybe<Statement>;
};

/** A written statement by an expert, such as a dyslexia statement. The hub holds what it is, not the paper. */
export type Statement = {
  /** Null when it stays valid. */
  expiresOn: Maybe<Scalars['Date']['output']>;
  /** The person or office that gave it. */
  issuedBy: Maybe<Scalars['String']['output']>;
  issuedOn: Maybe<Scalars['Date']['output']>;
  /** `Dyslexieverklaring` */
  title: Scalars['String']['output'];
};

/** The mentor's or care coordinator's advice on the choice of study. A new text is a new version, which the student has not accepted yet. */
export type StudyAdvice = {
  /** The version that the student accepted. Closed outside the school while it is not `version`. */
  acceptedVersion: Maybe<Scalars['Int']['output']>;
  /** Who wrote this version. */
  author: Party;
  /** To accept or change it, or to leave it out of a consent. */
  id: Scalars['ID']['output'];
  /** The student's own view (zienswijze), always shown beside the text. */
  ownView: Maybe<Scalars['String']['output']>;
  text: Scalars['String']['output'];
  /** Counts from 1. */
  version: Scalars['Int']['output'];
};

/** One area in which the student needs support, and what helps there. */
export type SupportNeed = {
  accommodations: Array<Accommodation>;
  area: SupportArea;
  /** To change it, or to leave it out of a consent. */
  id: Scalars['ID']['output'];
  level: Maybe<SupportLevel>;
};

/** The parts of the career portfolio: the groups of the same names. */
export type CareerPart =
  | 'CAREER_FILE'
  | 'CAREER_SUMMARY'
  | 'PLUS_DOCUMENT';

/** The five career competencies. */
export type CareerCompetence =
  /** Loopbaansturing: what will I do? */
  | 'CAREER_DIRECTION'
  /** Motievenreflectie: what matters to me? */
  | 'MOTIVES'
  /** Netwerken: who can help me? */
  | 'NETWORKING'
  /** Kwaliteitenreflectie: what can I do best? */
  | 'QUALITIES'
  /** Werkexploratie: which work fits me? */
  | 'WORK_EXPLORATION';

/** What sort of experience. */
export type ExperienceKind =
  | 'COURSE'
  | 'INTERNSHIP'
  | 'JOB'
  | 'OPEN_DAY'
  | 'PROJECT'
  | 'TRIAL_DAY'
  | 'VOLUNTEERING';

/** In which role somebody acts. */
export type Role =
  | 'ADMINISTRATOR'
  | 'CARE_COORDINATOR'
  | 'GUARDIAN'
  | 'INTAKER'
  | 'MENTOR'
  | 'MUNICIPALITY'
  | 'PARTNER'
  | 'REGION_ANALYST'
  | 'STUDENT';

/** What it was about. */
export type PlusCategory =
  | 'ART_AND_MUSIC'
  | 'CARE'
  | 'LANGUAGE'
  | 'NATURE'
  | 'SCHOOL'
  | 'SPORT'
  | 'TECHNOLOGY'
  | 'VOLUNTEERING';

/** Who approves for a student of 16 or 17. */
export type MinorPolicy =
  | 'BOTH_UNTIL_18'
  | 'STUDENT_FROM_16';

/** What enrolment opens beside the legally required groups. */
export type PostEnrolment =
  | 'CONSENT'
  | 'RIGHT_OF_ACCESS';

/** A tick, or a tick with written advice. */
export type Detail =
  | 'TICK'
  | 'TICK_AND_ADVICE';

/** The twelve groups for which consent is given and reading is judged. */
export type FieldGroup =
  | 'ACCOMMODATIONS'
  | 'APPLICATION_STATUS'
  | 'CAREER_FILE'
  | 'CAREER_SUMMARY'
  | 'CONDITION'
  | 'CONTACT'
  | 'IDENTITY'
  | 'INTAKE_PREPARATION'
  | 'PERSONAL_NUMBER'
  | 'PLUS_DOCUMENT'
  | 'SHARING'
  | 'STUDY_ADVICE';

/** What the mbo reads for (GDPR art. 5.1.b): header `x-purpose`. */
export type Purpose =
  | 'ENROLMENT_ADMIN'
  | 'INTAKE_TALK'
  | 'STUDY_START'
  | 'SUPPORT_ARRANGEMENT';

/** The five statutory statuses (WEB 8.0.2). */
export type ApplicationStatus =
  | 'APPLIED'
  | 'CONTRACT_OFFERED'
  | 'ENROLLED'
  | 'NOT_ENROLLED'
  | 'WITHDRAWN';

/** What moved; never what it holds. */
export type ChangeKind =
  | 'APPLICATION_STATUS'
  | 'CONTENT'
  | 'DOSSIER_ERASED'
  | 'DOSSIER_OPENED'
  | 'DOSSIER_STATUS'
  | 'SHARING'
  | 'TALK';

/** What a viewer may do with a dossier now. */
export type DossierAction =
  | 'ACCEPT_TALK'
  | 'APPROVE'
  | 'APPROVE_CONSENT'
  | 'END_TALK'
  | 'ERASE'
  | 'GIVE_CONSENT'
  | 'GIVE_NUMBER_STATEMENT'
  | 'INVITE'
  | 'MOVE_TO_CONSULTATION'
  | 'MOVE_TO_DRAFT'
  | 'MOVE_TO_READY'
  | 'PAUSE'
  | 'PROPOSE_TALK'
  | 'REFUSE_REQUEST'
  | 'REPORT_APPLICATION_STATUS'
  | 'REQUEST_CONSENT'
  | 'RESUME'
  | 'REVOKE_CONSENT';

/** Where a consent stands; a final state never reopens. */
export type ConsentState =
  | 'ENDED'
  | 'EXPIRED'
  | 'GRANTED'
  | 'LAPSED'
  | 'PENDING_APPROVAL'
  | 'REFUSED'
  | 'REVOKED';

/** RESTORED: an older state of the hub was put back, and the dossier had changed since. */
export type PauseReason =
  | 'RESTORED';

/** Where the dossier stands (domain §7). */
export type DossierStatus =
  | 'APPROVED'
  | 'CLOSED'
  | 'DRAFT'
  | 'ENROLLED'
  | 'ERASED'
  | 'IN_CONSULTATION'
  | 'IN_INTAKE'
  | 'READY'
  | 'SHARED';

/** What a column can be (docs/import.md). */
export type ImportField =
  | 'ACCOUNT'
  | 'BIRTH_DATE'
  | 'CALL_NAME'
  | 'CARE_COORDINATOR'
  | 'CARE_COORDINATOR_NAME'
  | 'CITY'
  | 'EMAIL'
  | 'EXPERIENCE_KIND'
  | 'FROM'
  | 'GENDER'
  | 'HOUSE_NUMBER'
  | 'HOUSE_NUMBER_ADDITION'
  | 'INITIALS'
  | 'LEARNED'
  | 'MENTOR'
  | 'MENTOR_NAME'
  | 'MUNICIPALITY_CODE'
  | 'MUNICIPALITY_NAME'
  | 'PERSONAL_NUMBER'
  | 'PHONE'
  | 'PLACE'
  | 'POSTCODE'
  | 'PUPIL_NUMBER'
  | 'SCHOOL_LEVEL'
  | 'START_YEAR'
  | 'STREET'
  | 'SURNAME'
  | 'SURNAME_PREFIX'
  | 'TITLE'
  | 'TO';

/** PUPILS: pupils and caseloads (CSV). OSO: one dossier (XML). EXPERIENCES: of a student (CSV, Europass JSON). */
export type ImportKind =
  | 'EXPERIENCES'
  | 'OSO'
  | 'PUPILS';

/** RECEIVING: parts come in. CHECKED: judged, nothing written. WRITING: some rows are. DONE: all are. */
export type ImportState =
  | 'CHECKED'
  | 'DONE'
  | 'RECEIVING'
  | 'WRITING';

/** Why a reading was allowed (GDPR art. 6 and 9; WEB 8.0.2). */
export type LegalBasis =
  | 'CONSENT'
  | 'ENROLMENT'
  | 'GUARDIAN'
  | 'LEGAL_DUTY'
  | 'OWN_DATA'
  | 'SCHOOL_TASK'
  | 'SPECIAL_GUIDANCE';

/** Level of the mbo programme. */
export type MboLevel =
  | 'ENTREE'
  | 'LEVEL_2'
  | 'LEVEL_3'
  | 'LEVEL_4';

/** Level of secondary education. */
export type SchoolLevel =
  | 'HAVO'
  | 'PRO'
  | 'VAVO'
  | 'VMBO_BB'
  | 'VMBO_GL'
  | 'VMBO_KB'
  | 'VMBO_TL'
  | 'VSO';

/** The sections of the live document (domain §8). */
export type SectionKey =
  | 'AGREEMENTS'
  | 'QUESTIONS'
  | 'SUMMARY'
  | 'SUPPORT';

/** What kind of organisation it is. */
export type OrganisationKind =
  | 'MBO'
  | 'MUNICIPALITY'
  | 'REGION'
  | 'VO';

/** School-based (BOL) or work-based (BBL). */
export type Route =
  | 'BBL'
  | 'BOL';

/** Whether a webhook is told of changes now. */
export type WebhookState =
  | 'ACTIVE'
  | 'PAUSED';

/** What you may do in a section. */
export type SectionAccess =
  | 'NONE'
  | 'READ'
  | 'WRITE';

/** As registered (OSO codes 0, 1, 2). */
export type Gender =
  | 'FEMALE'
  | 'MALE'
  | 'UNKNOWN';

/** BSN, or the onderwijsnummer of who has none. */
export type PersonalNumberKind =
  | 'BSN'
  | 'ONDERWIJSNUMMER';

/** What helps: an adjustment that a school can make. */
export type Accommodation =
  | 'ADAPTED_TIMETABLE'
  | 'BREAKS'
  | 'EXTRA_TIME'
  | 'FIXED_COACH'
  | 'HEARING_EQUIPMENT'
  | 'LAPTOP'
  | 'LARGER_PRINT'
  | 'OTHER'
  | 'PLANNING_HELP'
  | 'QUIET_ROOM'
  | 'READ_ALOUD_SOFTWARE'
  | 'SMALL_GROUP'
  | 'TALK_BEFORE_TEST'
  | 'WHEELCHAIR_ACCESS';

/** How the student wants to talk about it at the intake talk. */
export type DiscussPreference =
  | 'MENTOR_FOR_ME'
  | 'MYSELF'
  | 'PREFER_NOT'
  | 'TOGETHER_WITH_MENTOR';

/** Where support is needed. NONE says in so many words that nothing is. */
export type SupportArea =
  | 'BEHAVIOUR'
  | 'CONCENTRATION'
  | 'DUTCH_AS_SECOND_LANGUAGE'
  | 'ENERGY_ILLNESS'
  | 'FEAR_OF_FAILURE'
  | 'HEARING'
  | 'HOME_SITUATION'
  | 'MOBILITY'
  | 'NONE'
  | 'NUMERACY'
  | 'OTHER'
  | 'PLANNING'
  | 'READING_SPELLING'
  | 'SOCIAL'
  | 'VISION';

/** How much support. */
export type SupportLevel =
  | 'INTENSIVE'
  | 'LIGHT'
  | 'MEDIUM';

export type AddCareerCommentInput = {
  dossierId: Scalars['ID']['input'];
  /** An item of that part; without it the comment is about the part as a whole. */
  itemId?: InputMaybe<Scalars['ID']['input']>;
  part: CareerPart;
  /** At most 1000 characters. */
  text: Scalars['String']['input'];
};

/** An item, by its id. */
export type ItemIdInput = {
  id: Scalars['ID']['input'];
};

export type SaveCareerSummaryInput = {
  /** At most 1000 characters. */
  aboutMe?: InputMaybe<Scalars['String']['input']>;
  /** At most 5, of 150 characters, first choice first. */
  chosenProgrammes?: InputMaybe<Array<Scalars['String']['input']>>;
  dossierId: Scalars['ID']['input'];
  /** At most 10, of 100 characters. */
  drives?: InputMaybe<Array<Scalars['String']['input']>>;
  /** At most 500 characters. */
  jobInterest?: InputMaybe<Scalars['String']['input']>;
  /** At most 500 characters. */
  questionForIntaker?: InputMaybe<Scalars['String']['input']>;
  /** At most 10, of 100 characters. */
  strengths?: InputMaybe<Array<Scalars['String']['input']>>;
  /** At most 5 experiences of the career file, the most telling first. */
  topExperiences?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type SaveCareerTalkInput = {
  date: Scalars['Date']['input'];
  dossierId: Scalars['ID']['input'];
  /** The talk to change; without it one is added. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** At most 500 characters. */
  nextStep?: InputMaybe<Scalars['String']['input']>;
  /** At most 3000 characters. */
  summary: Scalars['String']['input'];
  /** At most 120 characters. */
  with: Scalars['String']['input'];
};

export type SaveExperienceInput = {
  competencies?: InputMaybe<Array<CareerCompetence>>;
  dossierId: Scalars['ID']['input'];
  from?: InputMaybe<Scalars['Date']['input']>;
  /** The experience to change; without it one is added. */
  id?: InputMaybe<Scalars['ID']['input']>;
  kind: ExperienceKind;
  /** At most 2000 characters. */
  learned?: InputMaybe<Scalars['String']['input']>;
  /** At most 120 characters. */
  place?: InputMaybe<Scalars['String']['input']>;
  /** At most 120 characters. */
  title: Scalars['String']['input'];
  /** Not before `from`. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type SavePlusItemInput = {
  category: PlusCategory;
  /** At most 1000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  dossierId: Scalars['ID']['input'];
  /** The item to change; without it one is added. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** At most 120 characters. */
  title: Scalars['String']['input'];
  /** From 1990 to next year. */
  year?: InputMaybe<Scalars['Int']['input']>;
};

export type SaveReflectionInput = {
  competence: CareerCompetence;
  dossierId: Scalars['ID']['input'];
  /** 1 to 4. */
  level?: InputMaybe<Scalars['Int']['input']>;
  /** At most 3000 characters. */
  text: Scalars['String']['input'];
};

export type AcceptInvitationInput = {
  /** As it was handed over; capitals, spaces and dashes do not matter. */
  code: Scalars['String']['input'];
};

/** An agreement by its id. */
export type AgreementIdInput = {
  /** The words that were read; CONFLICT when they are others by now. */
  expectedRevision?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
};

export type AllowedGroupInput = {
  detail: Detail;
  /** Not before this day. */
  from?: InputMaybe<Scalars['Date']['input']>;
  group: FieldGroup;
  purposes: Array<Purpose>;
};

export type AppendImportInput = {
  /** Bytes of the file in base64, at most 700,000 characters. */
  content: Scalars['String']['input'];
  id: Scalars['ID']['input'];
  /** From 1, one after the other. */
  part: Scalars['Int']['input'];
};

/** An application by its id. */
export type ApplicationIdInput = {
  id: Scalars['ID']['input'];
};

export type ApproveDossierInput = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};

export type CheckImportInput = {
  id: Scalars['ID']['input'];
  /** Which column is what; without it as the headings say. */
  mapping?: InputMaybe<Array<ImportColumnInput>>;
};

/** A consent by its id. */
export type ConsentIdInput = {
  id: Scalars['ID']['input'];
};

/** A request by its id. */
export type ConsentRequestIdInput = {
  id: Scalars['ID']['input'];
};

export type CreateInvitationInput = {
  dossierId: Scalars['ID']['input'];
  /** For whom it is. At most 120 characters. */
  name: Scalars['String']['input'];
  /** STUDENT or GUARDIAN. */
  role: Role;
};

/** Narrows the list; all given conditions hold together. */
export type DossierFilter = {
  /** BRIN of an institution applied to. */
  institution?: InputMaybe<Scalars['String']['input']>;
  /** A part of the student's name; vo staff only. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** As the viewer sees it. */
  status?: InputMaybe<Array<DossierStatus>>;
  /** Only what waits for this viewer. */
  waitingForMe?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A dossier by its id. */
export type DossierIdInput = {
  dossierId: Scalars['ID']['input'];
};

export type EndPartyInput = {
  dossierId: Scalars['ID']['input'];
  /** As `Dossier.endableParties` gives it. */
  partyId: Scalars['ID']['input'];
};

/** The dossier that must go. */
export type EraseDossierInput = {
  dossierId: Scalars['ID']['input'];
};

export type GiveConsentInput = {
  dossierId: Scalars['ID']['input'];
  groups: Array<FieldGroup>;
  /** BRIN. */
  institution: Scalars['String']['input'];
  /** Items of these groups to keep out. */
  leftOut?: InputMaybe<Array<Scalars['ID']['input']>>;
  purpose: Purpose;
  /** The words that the student saw (`Dossier.sharingWords`): exactly those are kept, or CONFLICT when they would be others by now. Without them the Dutch words are kept. */
  shown?: InputMaybe<Scalars['String']['input']>;
};

/** A special-guidance case by its id. */
export type GuidanceCaseIdInput = {
  id: Scalars['ID']['input'];
};

export type ImportColumnInput = {
  /** From 0. */
  column: Scalars['Int']['input'];
  /** Null: do not read it in. */
  field?: InputMaybe<ImportField>;
};

/** An import by its id. */
export type ImportIdInput = {
  id: Scalars['ID']['input'];
};

/** An invitation by its id. */
export type InvitationIdInput = {
  id: Scalars['ID']['input'];
};

export type MoveDossierInput = {
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  to: DossierStatus;
};

export type OpenDossierInput = {
  birthDate: Scalars['Date']['input'];
  /** `GM` and four digits. */
  municipality?: InputMaybe<Scalars['String']['input']>;
  /** The student's name as people say it. */
  name: Scalars['String']['input'];
  schoolLevel?: InputMaybe<SchoolLevel>;
  /** The year in which the mbo programme starts. */
  startYear: Scalars['Int']['input'];
  /** The student's account, when it is known; otherwise the student comes in with an invitation. */
  subject?: InputMaybe<Scalars['String']['input']>;
};

export type OpenGuidanceCaseInput = {
  dossierId: Scalars['ID']['input'];
  /** The officer's account. */
  officer: Scalars['String']['input'];
  officerName: Scalars['String']['input'];
  /** The student reads it. At most 1000 characters. */
  reason: Scalars['String']['input'];
};

export type ProposeTalkInput = {
  applicationId: Scalars['ID']['input'];
  at: Scalars['DateTime']['input'];
};

export type RegisterApplicationInput = {
  /** Five digits. */
  crebo: Scalars['String']['input'];
  dossierId: Scalars['ID']['input'];
  /** BRIN. */
  institution: Scalars['String']['input'];
  startYear: Scalars['Int']['input'];
};

export type RegisterWebhookInput = {
  /** At most 200 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** BRIN. The administrator names it; a partner system has its own. */
  institution?: InputMaybe<Scalars['String']['input']>;
  /** https:// on the public internet; at most 1000 characters. */
  url: Scalars['String']['input'];
};

export type ReportApplicationStatusInput = {
  applicationId: Scalars['ID']['input'];
  status: ApplicationStatus;
  /** A correction: the id of the last message, which this one replaces. */
  supersedes?: InputMaybe<Scalars['ID']['input']>;
};

export type RequestConsentInput = {
  dossierId: Scalars['ID']['input'];
  groups: Array<FieldGroup>;
  /** At most 500 characters. */
  message?: InputMaybe<Scalars['String']['input']>;
  purpose: Purpose;
};

export type SaveAgreementInput = {
  allowed: Array<AllowedGroupInput>;
  /** How often the dashboard may get new counts; default 900. */
  beatSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Of a draft, the words that were read; CONFLICT when they are others by now. */
  expectedRevision?: InputMaybe<Scalars['String']['input']>;
  goals?: InputMaybe<Array<Scalars['String']['input']>>;
  /** A draft to change; without it a new version is drafted. */
  id?: InputMaybe<Scalars['ID']['input']>;
  minorPolicy: MinorPolicy;
  postEnrolment: PostEnrolment;
  /** `01` to `39`. */
  region: Scalars['String']['input'];
};

export type ShareInsideInput = {
  dossierId: Scalars['ID']['input'];
  group: FieldGroup;
  /** True shares, false stops. */
  on: Scalars['Boolean']['input'];
  /** MENTOR or GUARDIAN. */
  role: Role;
};

export type StartImportInput = {
  /** Of EXPERIENCES: the student's own dossier. */
  dossierId?: InputMaybe<Scalars['ID']['input']>;
  /** At most 200 characters. */
  fileName: Scalars['String']['input'];
  kind: ImportKind;
  /** Bytes; at most 5 MB. */
  size: Scalars['Int']['input'];
};

/** A consent of which a part must stop: groups, items of its groups, or both. */
export type StopSharingInput = {
  /** Only these groups; the others go on. */
  groups?: InputMaybe<Array<FieldGroup>>;
  id: Scalars['ID']['input'];
  /** Only these items of its groups; they are left out from now on. */
  items?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** A webhook by its id. */
export type WebhookIdInput = {
  id: Scalars['ID']['input'];
};

export type ContinueImportInput = {
  id: Scalars['ID']['input'];
};

export type FreezeInput = {
  intakePreparationId: Scalars['ID']['input'];
};

export type OpenSectionInput = {
  intakePreparationId: Scalars['ID']['input'];
  section: SectionKey;
};

export type RestoreSectionInput = {
  intakePreparationId: Scalars['ID']['input'];
  section: SectionKey;
  /** The number of a frozen version. */
  version: Scalars['Int']['input'];
};

export type AddressInput = {
  city: Scalars['String']['input'];
  /** `12 B` */
  houseNumber: Scalars['String']['input'];
  /** `8011 AB` */
  postcode: Scalars['String']['input'];
  street: Scalars['String']['input'];
};

export type CorrectIdentityInput = {
  birthDate?: InputMaybe<Scalars['Date']['input']>;
  callName?: InputMaybe<Scalars['String']['input']>;
  dossierId: Scalars['ID']['input'];
  gender?: InputMaybe<Gender>;
  /** With dots, no spaces: `Chr.Th.` */
  initials?: InputMaybe<Scalars['String']['input']>;
  leavingLevel?: InputMaybe<SchoolLevel>;
  /** BRIN. */
  leavingSchool?: InputMaybe<Scalars['String']['input']>;
  municipality?: InputMaybe<MunicipalityInput>;
  /** At most 100 characters. */
  surname?: InputMaybe<Scalars['String']['input']>;
  surnamePrefix?: InputMaybe<Scalars['String']['input']>;
};

export type EnterPersonalNumberInput = {
  dossierId: Scalars['ID']['input'];
  /** Nine digits. */
  number: Scalars['String']['input'];
};

export type MunicipalityInput = {
  /** `GM0193` */
  code: Scalars['String']['input'];
  name: Scalars['String']['input'];
};

export type RevealPersonalNumberInput = {
  dossierId: Scalars['ID']['input'];
  purpose: Purpose;
};

export type UpdateContactInput = {
  address?: InputMaybe<AddressInput>;
  dossierId: Scalars['ID']['input'];
  email?: InputMaybe<Scalars['String']['input']>;
  /** Ten digits, or with `+` and the code of the country. */
  phone?: InputMaybe<Scalars['String']['input']>;
};

export type AcceptStudyAdviceInput = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};

/** At least one of name, explanation and statement. */
export type SaveConditionInput = {
  dossierId: Scalars['ID']['input'];
  /** At most 2000 characters. */
  explanation?: InputMaybe<Scalars['String']['input']>;
  /** The condition to change; without it one is added. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** At most 120 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  statement?: InputMaybe<StatementInput>;
};

export type SaveSupportNeedInput = {
  accommodations?: InputMaybe<Array<Accommodation>>;
  area: SupportArea;
  dossierId: Scalars['ID']['input'];
  /** The need to change; without it one is added. */
  id?: InputMaybe<Scalars['ID']['input']>;
  level?: InputMaybe<SupportLevel>;
};

export type SaveSupportProfileInput = {
  /** At most 15, of 200 characters. */
  currentSupport?: InputMaybe<Array<Scalars['String']['input']>>;
  dossierId: Scalars['ID']['input'];
  howToDiscuss?: InputMaybe<DiscussPreference>;
  /** At most 15, of 200 characters. */
  strengths?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type StatementInput = {
  expiresOn?: InputMaybe<Scalars['Date']['input']>;
  /** At most 120 characters. */
  issuedBy?: InputMaybe<Scalars['String']['input']>;
  /** Not in the future. */
  issuedOn?: InputMaybe<Scalars['Date']['input']>;
  /** At most 120 characters. */
  title: Scalars['String']['input'];
};

export type WriteOwnViewInput = {
  /** Of the advice or the condition. */
  id: Scalars['ID']['input'];
  /** At most 2000 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
};

export type WriteStudyAdviceInput = {
  dossierId: Scalars['ID']['input'];
  /** The version that the writer read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The advice of which this is a new version; without it this is new advice. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** At most 4000 characters. */
  text: Scalars['String']['input'];
};
