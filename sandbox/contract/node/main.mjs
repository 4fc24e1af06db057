// The official Node client, unmodified, in every category that it has: `node main.mjs http://127.0.0.1:PORT`.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { control, suite } from "../check.mjs";

const { MergeClient, MergeError } = createRequire(import.meta.url)("@mergeapi/merge-node-client");
const root = process.argv[2] || process.env.SANDBOX_URL;
const baseUrl = `${root}/api`;
const { check, end } = suite("Node client");
const apiKey = (await control(root, "GET", "/")).api_key;
const run = Date.now().toString(36);

const CATEGORIES = {
  hris: "bamboohr", ats: "greenhouse", accounting: "quickbooks-online", ticketing: "jira", crm: "salesforce", filestorage: "google-drive",
};

// By category, two lists of the client and what a record of the first one must have.
const LISTS = {
  hris: ["employees", "timeOff", "firstName"], ats: ["candidates", "users", "firstName"], accounting: ["invoices", "contacts", "issueDate"],
  ticketing: ["tickets", "users", "name"], crm: ["contacts", "users", "firstName"], filestorage: ["files", "users", "name"],
};

for (const [category, integration] of Object.entries(CATEGORIES)) {
  const organization = `Node ${category} ${run}`;
  const originId = `node_${category}_${run}`;
  const company = new MergeClient({ apiKey, baseUrl })[category];
  let account;
  let id;
  const is = (what, body) => check(`${category}: ${what}`, body);

  await is("link token and exchange", async () => {
    const asked = {
      endUserEmailAddress: "jane@acme.test", endUserOrganizationName: organization, endUserOriginId: originId, categories: [category], integration,
    };
    const { linkToken, integrationName } = await company.linkToken.create(asked);
    assert.equal(linkToken.length, 40);
    assert.ok(integrationName);
    const { public_token } = await control(root, "POST", "/link", { link_token: linkToken });
    const answer = await company.accountToken.retrieve(public_token);
    assert.equal(answer.integration.slug, integration);
    id = answer.id;
    account = new MergeClient({ apiKey, accountToken: answer.accountToken, baseUrl })[category];
    await assert.rejects(company.accountToken.retrieve(public_token), (error) => error.statusCode === 404);
  });
  await is("account details", async () => {
    const details = await account.accountDetails.retrieve();
    assert.deepEqual(
      [details.id, details.integrationSlug, details.category, details.status, details.endUserOriginId],
      [id, integration, category, "COMPLETE", originId],
    );
    assert.ok(details.completedAt instanceof Date);
  });
  await is("linked accounts, page by page", async () => {
    const found = [];
    for await (const one of await company.linkedAccounts.list({ endUserOrganizationName: organization, pageSize: 1 })) found.push(one);
    assert.deepEqual(found.map((one) => one.id), [id]);
    assert.ok(found[0].integration.availableModelOperations.length > 0);
  });
  await is("issues", async () => {
    await control(root, "POST", `/accounts/${id}/issues`, { error_description: "Missing Permissions", error_details: ["One."] });
    const page = await company.issues.list({ linkedAccountId: id, status: "ONGOING", firstIncidentTimeAfter: new Date("2024-01-15T10:30:00Z") });
    assert.equal(page.data[0].errorDescription, "Missing Permissions");
    assert.equal((await company.issues.retrieve(page.data[0].id)).id, page.data[0].id);
  });
  await is("sync status over pages, and resync", async () => {
    const models = [];
    for await (const status of await account.syncStatus.list({ pageSize: 2 })) models.push(status.modelId);
    assert.ok(models.length > 2 && models.every((model) => model.startsWith(`${category}.`)), models.join());
    assert.equal(new Set(models).size, models.length);
    const again = await account.forceResync.syncStatusResyncCreate();
    assert.ok(Array.isArray(again));
    assert.equal(again.length, models.length);
  });
  await is("records, page by page and one by one", async () => {
    await control(root, "POST", "/clock", { seconds: 60 });
    const [first, second, field] = LISTS[category];
    const list = account[first];
    const all = [];
    for await (const one of await list.list({ pageSize: 40, modifiedAfter: new Date("2024-01-15T10:30:00Z") })) all.push(one);
    assert.ok(all.length > 40, `${all.length} ${first}`);
    assert.equal(new Set(all.map((one) => one.id)).size, all.length);
    assert.ok(all.some((one) => one[field] != null));
    assert.ok(all[0].modifiedAt instanceof Date && all[0].remoteWasDeleted === false);
    const again = await list.retrieve(all[39].id, {});
    assert.deepEqual(again, all[39]);
    const later = await list.list({ modifiedAfter: all.at(-1).modifiedAt, includeDeletedData: true });
    assert.ok(later.data.every((one) => one.modifiedAt >= all.at(-1).modifiedAt));
    await control(root, "POST", `/accounts/${id}/records/${first}`, { records: [{ op: "delete", id: all[0].id }] });
    assert.equal((await list.retrieve(all[0].id, {})).remoteWasDeleted, true);
    const others = account[second];
    assert.ok((await others.list({})).data.length > 0);
    await assert.rejects(list.retrieve("3fa85f64-5717-4562-b3fc-2c963f66afa6", {}), (error) => error.statusCode === 404);
    await assert.rejects(list.list({ cursor: "nonsense" }), (error) => error instanceof MergeError && error.statusCode === 404);
  });
  await is("scopes", async () => {
    assert.ok((await company.scopes.defaultScopesRetrieve()).commonModels.length > 0);
    const { commonModels } = await account.scopes.linkedAccountScopesRetrieve();
    const off = await account.scopes.linkedAccountScopesCreate({
      commonModels: [{ modelName: commonModels[0].modelName, modelPermissions: { READ: { isEnabled: false } }, fieldPermissions: {} }],
    });
    assert.equal(off.commonModels[0].modelPermissions.READ.isEnabled, false);
  });
  await is("passthrough, keys, audit trail, field mapping, receivers", async () => {
    assert.equal((await account.passthrough.create({ method: "GET", path: "/me" })).status, 200);
    const { asyncPassthroughReceiptId } = await account.asyncPassthrough.create({ method: "GET", path: "/me" });
    assert.ok(await account.asyncPassthrough.retrieve(asyncPassthroughReceiptId));
    assert.ok((await company.generateKey.create({ name: `Key ${run}` })).key);
    assert.ok((await company.auditTrail.list({})).data.length > 0);
    assert.ok(await account.fieldMapping.remoteFieldsRetrieve({}));
    assert.ok(await account.availableActions.retrieve());
    assert.deepEqual(await account.webhookReceivers.list(), []);
    assert.equal((await account.webhookReceivers.create({ event: "LinkedAccount.linked", isActive: true })).isActive, true);
  });
  await is("waits when it is told to", async () => {
    await control(root, "POST", "/faults", { kind: "throttled", retry_after: 1, times: 1, match: { organization } });
    assert.equal((await account.accountDetails.retrieve()).id, id);
    const seen = await control(root, "GET", `/requests?origin_id=${originId}&path=*/account-details`);
    assert.deepEqual(seen.requests.slice(-2).map((one) => one.status), [429, 200]);
  });
  await is("refusals are the client's own errors", async () => {
    await assert.rejects(
      new MergeClient({ apiKey: "another", baseUrl, maxRetries: 0 })[category].linkedAccounts.list({}),
      (error) => error instanceof MergeError && error.statusCode === 401,
    );
    await assert.rejects(
      company.linkToken.create({ endUserEmailAddress: "", endUserOrganizationName: organization, endUserOriginId: originId, categories: [category] }),
      (error) => error.statusCode === 400 && Array.isArray(error.body.end_user_email_address),
    );
  });
  await is("delete", async () => {
    await account.deleteAccount.delete();
    await assert.rejects(account.accountDetails.retrieve(), (error) => error.statusCode === 401);
  });
}
end();
