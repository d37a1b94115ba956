#!/bin/sh
# A customer, and the list of all of them.
curl -X POST https://crm.example.com/api/v2/customer \
  -H 'Authorization: Bearer not-a-real-token' \
  -H 'Content-Type: application/json' \
  -d '{"company": "1", "name": "O'\''Example Ltd", "category": 2}'
curl https://crm.example.com/api/v2/invoices
