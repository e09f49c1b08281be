export { FileDamaged, sealedWith } from './crypt.ts';
export { type BlobStore, diskBlobs, sweepUnfinished } from './disk.ts';
export { syncFolder } from './durable.ts';
export { changeKeyFile, keyFileWith, keyFileWithout } from './key-file.ts';
export { deriveKey, type Key, type KeyRing, keyRing, randomKey } from './keys.ts';
export { type LiveKeyRing, liveKeyRing } from './live-keys.ts';
export { createKeyFile, type KeyOptions, keyPath, loadKey, markOnly, readKeys } from './load-key.ts';
export { SealError, seal, unseal } from './seal.ts';
export type { SealedColumn } from './sealed-columns.ts';
export {
  blobName,
  deleteFile,
  encryptAnew,
  type FileStore,
  filesFolder,
  keyOfFile,
  listFiles,
  openFile,
  openStore,
  putFile,
  type Realm,
  readFile,
  type StoredFile,
} from './store.ts';
export { countByKey, reseal } from './store-reseal.ts';
