import Type from 'typebox';

/** Body of every refusal under /api (application/problem+json, RFC 9457), for route schemas. */
export const ProblemBody = Type.Object(
  {
    type: Type.String({ description: 'urn:baccau:problem:<mã>' }),
    status: Type.Integer(),
    title: Type.String({ description: 'Chuyện gì xảy ra và nên làm gì tiếp' }),
  },
  { additionalProperties: false, description: 'Từ chối' },
);
