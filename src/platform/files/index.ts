export { FileDamaged } from './crypt.ts';
export { type BlobStore, sweepUnfinished } from './disk.ts';
export { deriveKey, type Key, type KeyRing, keyRing, makeKey, randomKey } from './keys.ts';
export { demoKeyFile, type KeyOptions, loadKey } from './load-key.ts';
export { SealError, seal, unseal } from './seal.ts';
export {
  deleteFile,
  type FileStore,
  filesFolder,
  listFiles,
  openFile,
  openStore,
  putFile,
  type Realm,
  readFile,
  type StoredFile,
} from './store.ts';
