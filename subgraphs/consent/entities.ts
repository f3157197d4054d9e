import { Application, ApplicationMessage } from './applications/entities.ts'
import { Dossier, DossierApproval, InnerShare, Party, StatusChange } from './dossier/entities.ts'
import { Change } from './feed/entities.ts'
import { Import, ImportPart, ImportRow, KnownPupil } from './import/entities.ts'
import { Invitation } from './invitations/entities.ts'
import { ReadLogLine } from './log/entities.ts'
import { Agreement, Organisation, Programme, Region } from './region/entities.ts'
import { Approval, Consent, ConsentRequest, GuidanceCase } from './sharing/entities.ts'
import { Webhook, WebhookDelivery } from './webhooks/entities.ts'

/** Every table of consent. */
export const entities = [
  Region,
  Organisation,
  Programme,
  Agreement,
  Dossier,
  Party,
  DossierApproval,
  StatusChange,
  InnerShare,
  Invitation,
  Application,
  ApplicationMessage,
  Consent,
  Approval,
  ConsentRequest,
  GuidanceCase,
  ReadLogLine,
  Change,
  Webhook,
  WebhookDelivery,
  Import,
  ImportPart,
  ImportRow,
  KnownPupil,
]
