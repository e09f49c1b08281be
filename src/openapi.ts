import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';

/** Only routes under /api/v1 are published. */
export const openapiInfo: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Bắc Cầu',
      version: '1',
      description: 'API của nền tảng Bắc Cầu: cùng một nghiệp vụ với các trang web, ở dạng JSON.',
    },
  },
  transform: ({ schema, url }) => ({ schema: url.startsWith('/api/v1') ? schema : { ...schema, hide: true }, url }),
};
