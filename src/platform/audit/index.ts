export { type AuditAct, audit, auditCitizen, type CitizenAuditAct } from './audit.ts';
export { type AuditReport, type ChainFault, verifyAudit, verifyUnitAudit } from './verify.ts';
