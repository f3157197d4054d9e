import type { ConsentBuilder } from './context.ts'
import type { Application, ApplicationMessage } from './applications/entities.ts'
import type { DossierApproval } from './dossier/entities.ts'
import { CHANGE_KINDS } from './feed/entities.ts'
import type { FeedChange } from './feed/rows.ts'
import type { CreatedInvitation } from './invitations/commands.ts'
import type { Import } from './import/entities.ts'
import { IMPORT_FIELDS, IMPORT_KINDS, IMPORT_STATES, type Fault, type ImportField } from './import/words.ts'
import type { Invitation } from './invitations/entities.ts'
import type { ReadLogLine } from './log/entities.ts'
import type { Agreement, AllowedGroup, Organisation, Programme, Region } from './region/entities.ts'
import type { RegionStatus, StatusCount } from './region/counts.ts'
import type { RegionWeek } from './region/following.ts'
import { DOSSIER_ACTIONS } from './rules/actions.ts'
import type { CaseParty } from './rules/ending.ts'
import type { OpenGroup, Shareable } from './rules/shareable.ts'
import * as words from './rules/words.ts'
import type { Approval, Consent, ConsentRequest, GuidanceCase } from './sharing/entities.ts'
import type { WebhookWithSecret } from './webhooks/commands.ts'
import { WEBHOOK_STATES, type Webhook } from './webhooks/entities.ts'

/** A dossier in the graph is its id; what may be known of it is asked of the referee. */
export interface DossierRef {
  id: string
}
export interface PartyRef {
  name: string
  role: words.Role
  brin?: string | null
}
export interface ViewerRef {
  subject: string
  name: string
  role: words.Role
  organisation: { brin: string; name: string; kind: string } | null
  region: string | null
  scopes: string[]
}
export interface StatusChangeRef {
  dossierId: string
  fromStatus?: words.DossierStatus | null
  toStatus: words.DossierStatus
  at: Date
}
/** A consent as one reader may see it. */
export interface ConsentRef {
  consent: Consent
  /** The groups that this reader may know of. */
  groups: readonly words.FieldGroup[]
  /** Whether names, words and left-out items are this reader's business. */
  whole: boolean
}

/** Every type and enumeration of consent by name, before their fields: so that rooms can speak of each other. */
export function declare(builder: ConsentBuilder) {
  const values = <const Values extends readonly string[]>(name: string, description: string, list: Values) =>
    builder.enumType(name, { description, values: list })
  return {
    Role: values('Role', 'Who somebody is to the dossiers (domain §2).', words.ROLES),
    FieldGroup: values(
      'FieldGroup',
      'The twelve groups for which consent is given and reading is judged.',
      words.FIELD_GROUPS,
    ),
    Purpose: values('Purpose', 'What the mbo reads for (GDPR art. 5.1.b): header `x-purpose`.', words.PURPOSES),
    LegalBasis: values('LegalBasis', 'Why a reading was allowed (GDPR art. 6 and 9; WEB 8.0.2).', words.LEGAL_BASES),
    DossierStatus: values('DossierStatus', 'Where the dossier stands (domain §7).', words.DOSSIER_STATUSES),
    ConsentState: values('ConsentState', 'Where a consent stands; a final state never reopens.', words.CONSENT_STATES),
    ApplicationStatus: values(
      'ApplicationStatus',
      'The five statutory statuses (WEB 8.0.2).',
      words.APPLICATION_STATUSES,
    ),
    PauseReason: values(
      'PauseReason',
      'RESTORED: an older state of the hub was put back, and the dossier had changed since.',
      words.PAUSE_REASONS,
    ),
    MinorPolicy: values('MinorPolicy', 'Who approves for a student of 16 or 17.', words.MINOR_POLICIES),
    PostEnrolment: values(
      'PostEnrolment',
      'What enrolment opens beside the legally required groups.',
      words.POST_ENROLMENTS,
    ),
    Detail: values('Detail', 'A tick, or a tick with written advice.', words.DETAILS),
    SchoolLevel: values('SchoolLevel', 'Level of secondary education.', words.SCHOOL_LEVELS),
    MboLevel: values('MboLevel', 'Level of the mbo programme.', words.MBO_LEVELS),
    Route: values('Route', 'School-based (BOL) or work-based (BBL).', words.ROUTES),
    OrganisationKind: values('OrganisationKind', 'What kind of organisation it is.', words.ORGANISATION_KINDS),
    ChangeKind: values('ChangeKind', 'What moved; never what it holds.', CHANGE_KINDS),
    DossierAction: values('DossierAction', 'What a viewer may do with a dossier now.', DOSSIER_ACTIONS),
    Dossier: builder.objectRef<DossierRef>('Dossier'),
    Viewer: builder.objectRef<ViewerRef>('Viewer'),
    Party: builder.objectRef<PartyRef>('Party'),
    EndableParty: builder.objectRef<CaseParty>('EndableParty'),
    DossierStatusChange: builder.objectRef<StatusChangeRef>('DossierStatusChange'),
    Application: builder.objectRef<Application>('Application'),
    Programme: builder.objectRef<Programme>('Programme'),
    Organisation: builder.objectRef<Organisation>('Organisation'),
    Region: builder.objectRef<Region>('Region'),
    RegionStatus: builder.objectRef<RegionStatus>('RegionStatus'),
    RegionWeek: builder.objectRef<RegionWeek>('RegionWeek'),
    StatusCount: builder.objectRef<StatusCount>('StatusCount'),
    Agreement: builder.objectRef<Agreement>('Agreement'),
    AllowedGroup: builder.objectRef<AllowedGroup>('AllowedGroup'),
    Consent: builder.objectRef<ConsentRef>('Consent'),
    ShareableGroup: builder.objectRef<Shareable>('ShareableGroup'),
    OpenGroup: builder.objectRef<OpenGroup>('OpenGroup'),
    SectionKey: values('SectionKey', 'The sections of the live document (domain §8).', words.SECTION_KEYS),
    Approval: builder.objectRef<Approval>('Approval'),
    ConsentRequest: builder.objectRef<ConsentRequest>('ConsentRequest'),
    GuidanceCase: builder.objectRef<GuidanceCase>('GuidanceCase'),
    ApplicationMessage: builder.objectRef<ApplicationMessage>('ApplicationMessage'),
    DossierApproval: builder.objectRef<DossierApproval>('DossierApproval'),
    Invitation: builder.objectRef<Invitation>('Invitation'),
    CreatedInvitation: builder.objectRef<CreatedInvitation>('CreatedInvitation'),
    ReadLogEntry: builder.objectRef<ReadLogLine>('ReadLogEntry'),
    Change: builder.objectRef<FeedChange>('Change'),
    ImportKind: values(
      'ImportKind',
      'PUPILS: pupils and caseloads (CSV). OSO: one dossier (XML). EXPERIENCES: of a student (CSV, Europass JSON).',
      IMPORT_KINDS,
    ),
    ImportState: values(
      'ImportState',
      'RECEIVING: parts come in. CHECKED: judged, nothing written. WRITING: some rows are. DONE: all are.',
      IMPORT_STATES,
    ),
    ImportField: values('ImportField', 'What a column can be (docs/import.md).', IMPORT_FIELDS),
    ImportColumn: builder.objectRef<{ heading: string; field: ImportField | null }>('ImportColumn'),
    ImportFault: builder.objectRef<Fault>('ImportFault'),
    Import: builder.objectRef<Import>('Import'),
    WebhookState: values('WebhookState', 'Whether a webhook is told of changes now.', WEBHOOK_STATES),
    Webhook: builder.objectRef<Webhook>('Webhook'),
    WebhookWithSecret: builder.objectRef<WebhookWithSecret>('WebhookWithSecret'),
  }
}

export type Refs = ReturnType<typeof declare>
