import type { RecordTypes } from '../catalog/record-type.js';

const nothing = { aliases: [], sensitivity: 'none' as const };

/** Customers and their orders: the record types that sentences are read against where none are given. */
export const defaultTypes: RecordTypes = {
  subjectTypes: [
    {
      id: 'customer',
      name: { en: 'Customer', 'zh-CN': '客户' },
      pluralName: { en: 'Customers', 'zh-CN': '客户' },
      keyAliases: [],
      fields: [
        { ...nothing, id: 'city', name: { en: 'City', 'zh-CN': '城市' }, type: 'text', required: false },
        { ...nothing, id: 'gender', name: { en: 'Gender', 'zh-CN': '性别' }, type: 'text', required: false },
        {
          ...nothing,
          id: 'member_level',
          name: { en: 'Member level', 'zh-CN': '会员等级' },
          type: 'text',
          required: false,
        },
        {
          ...nothing,
          id: 'joined_on',
          name: { en: 'Joined on', 'zh-CN': '加入日期' },
          type: 'date',
          required: false,
        },
      ],
    },
  ],
  eventTypes: [
    {
      id: 'order',
      name: { en: 'Order', 'zh-CN': '订单' },
      pluralName: { en: 'Orders', 'zh-CN': '订单' },
      subjectType: 'customer',
      subjectAliases: [],
      timeAliases: [],
      idAliases: [],
      fields: [
        {
          ...nothing,
          id: 'amount',
          name: { en: 'Amount', 'zh-CN': '金额' },
          type: 'number',
          unit: 'currency',
          required: true,
        },
      ],
    },
  ],
};
