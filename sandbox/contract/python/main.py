"""The official Python client, unmodified, in all seven categories: `main.py http://127.0.0.1:PORT`."""

import base64
import datetime as dt
import json
import os
import sys
import time
import traceback
import urllib.parse
import urllib.request

from merge import Merge
from merge.core.api_error import ApiError

ROOT = sys.argv[1] if len(sys.argv) > 1 else os.environ["SANDBOX_URL"]
BASE = f"{ROOT}/api"
RUN = format(int(time.time() * 1000), "x")
CATEGORIES = {
    "hris": "bamboohr", "ats": "greenhouse", "accounting": "quickbooks-online", "ticketing": "jira", "crm": "salesforce",
    "filestorage": "google-drive", "knowledgebase": "guru",
}
# By category, two lists of the client and what a record of the first one must have.
LISTS = {
    "hris": ("employees", "time_off", "first_name"), "ats": ("candidates", "users", "first_name"), "accounting": ("invoices", "contacts", "issue_date"),
    "ticketing": ("tickets", "users", "name"), "crm": ("contacts", "users", "first_name"), "filestorage": ("files", "users", "name"),
    "knowledgebase": ("articles", "containers", "title"),
}
passed = failed = 0


def control(method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{ROOT}/_sandbox{path}", data, {"Content-Type": "application/json"}, method=method)
    with urllib.request.urlopen(request) as response:
        text = response.read()
    return json.loads(text) if text else None


def refused(status, call):
    try:
        call()
    except ApiError as error:
        assert error.status_code == status, error
        return error.body
    raise AssertionError(f"expected {status}")


class Category:
    """The steps of one account's life, in order."""

    def __init__(self, category, integration, key):
        self.category, self.integration, self.key = category, integration, key
        self.organization, self.origin_id = f"Python {category} {RUN}", f"python_{category}_{RUN}"
        self.org = getattr(Merge(api_key=key, base_url=BASE), category)

    def link_token_and_exchange(self):
        link = self.org.link_token.create(
            end_user_email_address="jane@acme.test", end_user_organization_name=self.organization, end_user_origin_id=self.origin_id,
            categories=[self.category], integration=self.integration,
        )
        public = control("POST", "/link", {"link_token": link.link_token})["public_token"]
        token = self.org.account_token.retrieve(public)
        assert token.integration.slug == self.integration, token
        refused(404, lambda: self.org.account_token.retrieve(public))
        self.id = token.id
        self.account = getattr(Merge(api_key=self.key, account_token=token.account_token, base_url=BASE), self.category)

    def link_token_as_a_form(self):
        fields = [
            ("end_user_email_address", "jane@acme.test"), ("end_user_organization_name", self.organization),
            ("end_user_origin_id", f"{self.origin_id}_form"), ("categories", self.category), ("categories", "hris"),
        ]
        for path in (f"/{self.category}/v1/link-token", "/integrations/create-link-token"):
            request = urllib.request.Request(BASE + path, urllib.parse.urlencode(fields).encode(), {"Authorization": f"Bearer {self.key}"})
            with urllib.request.urlopen(request) as response:
                assert len(json.load(response)["link_token"]) == 40

    def account_details(self):
        details = self.account.account_details.retrieve()
        assert (details.id, details.integration_slug, details.category, details.status) == (self.id, self.integration, self.category, "COMPLETE")
        assert details.end_user_origin_id == self.origin_id and details.completed_at is not None

    def linked_accounts(self):
        page = self.org.linked_accounts.list(end_user_origin_id=self.origin_id, page_size=1)
        assert [one.id for one in page.results] == [self.id] and page.next is None
        assert page.results[0].integration.available_model_operations

    def issues(self):
        control("POST", f"/accounts/{self.id}/issues", {"error_description": "Missing Permissions", "error_details": ["One."]})
        after = dt.datetime(2024, 1, 15, 10, 30, tzinfo=dt.timezone.utc)
        page = self.org.issues.list(linked_account_id=self.id, status="ONGOING", first_incident_time_after=after)
        assert page.results[0].error_description == "Missing Permissions"
        assert self.org.issues.retrieve(page.results[0].id).id == page.results[0].id

    def sync_status_and_resync(self):
        models, cursor = [], None
        while True:
            page = self.account.sync_status.list(page_size=2, cursor=cursor)
            models += [status.model_id for status in page.results]
            cursor = page.next
            if not cursor:
                break
            base64.b64decode(cursor)
        assert len(models) > 2 and len(set(models)) == len(models)
        assert all(model.startswith(self.category + ".") for model in models)
        again = self.account.force_resync.sync_status_resync_create()
        assert isinstance(again, list) and len(again) == len(models)

    def records_page_by_page_and_one_by_one(self):
        control("POST", "/clock", {"seconds": 60})
        first, second, field = LISTS[self.category]
        records, after = getattr(self.account, first), dt.datetime(2024, 1, 15, 10, 30, tzinfo=dt.timezone.utc)
        found, cursor = [], None
        while True:
            page = records.list(modified_after=after, page_size=40, cursor=cursor)
            found += page.results
            cursor = page.next
            if not cursor:
                break
        assert len(found) > 40 and len({one.id for one in found}) == len(found), len(found)
        assert any(getattr(one, field) is not None for one in found)
        assert isinstance(found[0].modified_at, dt.datetime) and found[0].remote_was_deleted is False
        # The client itself reads parts of a record differently in a list and alone, so only what both read alike is compared.
        again = records.retrieve(found[39].id)
        assert all(getattr(again, name) == getattr(found[39], name) for name in ("id", "remote_id", "modified_at", field))
        last = found[-1].modified_at
        assert all(one.modified_at >= last for one in records.list(modified_after=last, include_deleted_data=True).results)
        control("POST", f"/accounts/{self.id}/records/{first}", {"records": [{"op": "delete", "id": found[0].id}]})
        assert records.retrieve(found[0].id).remote_was_deleted is True
        assert getattr(self.account, second).list().results
        refused(404, lambda: records.retrieve("3fa85f64-5717-4562-b3fc-2c963f66afa6"))
        refused(404, lambda: records.list(cursor="nonsense"))

    def scopes(self):
        assert self.org.scopes.default_scopes_retrieve().common_models
        assert self.account.scopes.linked_account_scopes_retrieve().common_models

    def the_rest_of_the_platform(self):
        account, org = self.account, self.org
        from merge.resources.hris import DataPassthroughRequest

        request = DataPassthroughRequest(method="GET", path="/me")
        assert account.passthrough.create(request=request).status == 200
        receipt = account.async_passthrough.create(request=request).async_passthrough_receipt_id
        assert account.async_passthrough.retrieve(receipt)
        assert org.generate_key.create(name=f"Key {RUN}").key
        assert org.regenerate_key.create(name=f"Key {RUN}").key
        assert org.audit_trail.list().results
        assert account.available_actions.retrieve().integration.slug == self.integration
        assert account.webhook_receivers.list() == []
        assert account.webhook_receivers.create(event="LinkedAccount.linked", is_active=True).is_active
        assert account.field_mapping.remote_fields_retrieve() is not None
        assert account.field_mapping.target_fields_retrieve() is not None

    def refusals(self):
        other = getattr(Merge(api_key="another", base_url=BASE), self.category)
        assert refused(401, lambda: other.linked_accounts.list()) == {"detail": "Invalid token."}
        assert "X-Account-Token" in refused(401, lambda: self.org.account_details.retrieve())["detail"]

    def delete(self):
        assert self.account.delete_account.delete() is None
        refused(401, lambda: self.account.account_details.retrieve())


def main():
    global passed, failed
    key = control("GET", "/")["api_key"]
    for category, integration in CATEGORIES.items():
        one = Category(category, integration, key)
        for step in (
            one.link_token_and_exchange, one.link_token_as_a_form, one.account_details, one.linked_accounts, one.issues,
            one.sync_status_and_resync, one.records_page_by_page_and_one_by_one, one.scopes, one.the_rest_of_the_platform, one.refusals, one.delete,
        ):
            try:
                step()
                passed += 1
            except Exception:
                failed += 1
                print(f"FAILED Python client: {category}: {step.__name__}", file=sys.stderr)
                traceback.print_exc()
    print(f"Python client: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
