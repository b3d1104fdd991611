import { defineErrors } from '../../kernel/index.js';

export const errors = defineErrors({
  ATTACHMENT_KIND_UNKNOWN: {
    message: {
      zh: '这里没有附件种类 {kind}，可用：{kinds}。',
      en: 'There is no kind {kind} here; there are: {kinds}.',
    },
    cure: { zh: '用 attachmentKinds 查询可用的种类。', en: 'Ask attachmentKinds which kinds there are.' },
  },
  ATTACHMENT_TYPE_REFUSED: {
    message: {
      zh: '文件类型不可用，只接受：{types}；内容须与扩展名一致。',
      en: 'This type of file is not taken; {types} are, and the content must be what the name says.',
    },
    cure: {
      zh: '转换为列出的格式后重传；文件名以相应扩展名结尾。',
      en: 'Convert it to one of these formats, and let its name end accordingly.',
    },
  },
  ATTACHMENT_TOO_LARGE: {
    message: { zh: '文件最大 {megabytes} MB。', en: 'A file of this kind has at most {megabytes} MB.' },
    cure: { zh: '压缩或拆分文件。', en: 'Compress it or split it up.' },
  },
  ATTACHMENT_TOO_MANY: {
    message: { zh: '这类附件最多 {limit} 个。', en: 'There can be {limit} of this kind at most.' },
    cure: { zh: '先删除不需要的附件。', en: 'Remove one that is not needed any more.' },
  },
  ATTACHMENT_SIZE_MISMATCH: {
    message: {
      zh: '内容与申请上传时的大小 {size} 字节不符。',
      en: 'The content is not of the {size} bytes that were announced.',
    },
    cure: {
      zh: '重新申请上传，size 填文件的实际字节数，并发送 Content-Length。',
      en: 'Request a new upload with the true size in bytes, and send Content-Length.',
    },
  },
  ATTACHMENT_ARCHIVE_REFUSED: {
    message: {
      zh: '文件内部结构不可接受（过大、压缩率过高、加密、含宏或已损坏）。',
      en: 'The inside of the file is not acceptable: too large, packed too densely, encrypted, with macros, or damaged.',
    },
    cure: {
      zh: '用办公软件另存为不带宏的 DOCX 或 XLSX 后重传。',
      en: 'Save it again as a plain DOCX or XLSX without macros.',
    },
  },
  FILE_ADDRESS_INVALID: {
    httpStatus: 404,
    message: {
      zh: '该地址无效、已用过或已过期。',
      en: 'This address is unknown, has been used, or has expired.',
    },
    cure: { zh: '重新取一个地址；每个地址只能用一次。', en: 'Get a new address; each works once.' },
  },
});
