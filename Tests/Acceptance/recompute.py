#!/usr/bin/env python3
"""Recomputes the sample county's year 2024 from the exported archive, by another hand and in another language.

What stands below was written from the text of Schemas/rulebooks/sample-county/2024.yaml as a person reads it. It
shares no code with the program: not its YAML reader, not its fact rows, not its evaluator. For every member chosen it
compares total, grade, gate, every group and every line, and the records each line looked at, with what
`lvzhi score show` says. Python 3.9, standard library only.

    lvzhi export -o register.jsonl
    recompute.py register.jsonl --store 示范县.lvzhi --lvzhi .build/debug/lvzhi [--members 20] [--seed 1]

Exit code: 0 all equal, 1 differences (listed), 2 the comparison could not be made.
"""

import argparse
import json
import random
import subprocess
import sys
from fractions import Fraction as F

YEAR = 2024
THERE = {"present", "late", "leftEarly"}
MISSING = {"absent", "leaveRefused"}

MEETINGS = {"plenary", "plenary-group", "standing", "chairs", "consultation-meeting", "committee-meeting", "briefing",
            "group-meeting", "other-meeting"}
SURVEYS = {"field-research", "inspection"}
SUPERVISIONS = {"supervision", "appraisal"}
OTHER_ACTIVITIES = {"discussion-hall", "studio", "visit", "symposium", "government-enterprise", "committee-activity",
                    "proposal-supervision", "culture", "group-activity", "invited-activity", "other-activity"}
ACTIVITIES = SURVEYS | SUPERVISIONS | OTHER_ACTIVITIES | {"study", "sector-activity", "lecture"}
ATTENDED = MEETINGS | ACTIVITIES

GROUPS = {"S1": ("S101", "S102", "S103", "S104", "S105"),
          "S2": tuple(f"S2{n:02}" for n in range(1, 11)),
          "S3": ("S301", "S302", "S303", "S304", "S305"),
          "S4": ("S401", "S402", "S403", "S404"),
          "S5": ("S501",),
          "S6": ("S601", "S602", "S603", "S604")}
CAPS = {"S1": 30, "S2": 40, "S3": 25, "S4": 10, "S5": 10}


class Fact:
    """One member in one record."""

    def __init__(self, record, person, roles):
        content = record.get("content", {})
        self.record = record["id"]
        self.kind = record["kind"]
        self.day = record["from"]
        self.part = person["part"]
        self.status = person.get("status", "unknown") if self.kind in ATTENDED else "present"
        self.invited = person.get("invitedAs", "member")
        self.roles = roles
        self.held = content.get("halfDaysHeld", 0)
        # Who was there and has no number of half-days attended the whole of it.
        self.attended = (person.get("halfDays", 0) or self.held) if self.status in THERE else 0
        self.stages = {entry["stage"] for entry in content.get("stages", [])}
        self.honours = set(content.get("honours", []))
        self.mode = content.get("mode", "")
        self.oral = content.get("oral", False)
        self.levels = set(content.get("adopted", [])) | set(content.get("level", []))
        self.adopted = bool(content.get("adopted"))
        self.instructed = bool(content.get("instructed"))
        relations = {link["relation"] for link in record.get("links", [])}
        self.researched = "basedOn" in relations
        self.same_work = "sameWork" in relations
        self.evidence = bool(record.get("evidence"))

    @property
    def there(self):
        return self.status in THERE


class Archive:
    """The exported register, as far as scoring needs it."""

    def __init__(self, path):
        self.members, self.memberships, self.records = {}, {}, []
        classes = {}
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                if item["type"] == "member":
                    self.members[item["number"]] = item
                elif item["type"] == "organization":
                    classes[item["id"]] = item["class"]
                elif item["type"] == "membership":
                    item["class"] = classes[item["organization"]]
                    self.memberships.setdefault(item["member"], []).append(item)
                elif item["type"] == "record" and item["from"].startswith(f"{YEAR}-"):
                    self.records.append(item)

    def held(self, number, day):
        return [m for m in self.memberships.get(number, []) if m["from"] <= day and day <= m.get("to", "9999-12-31")]

    def roles(self, number, day):
        roles = {m["role"] for m in self.held(number, day)}
        return roles | {"standing"} if roles & {"chair", "viceChair", "secretaryGeneral"} else roles

    def last_roles(self, number):
        """The roles of the member's last day in the committee within the year."""
        seats = [m for m in self.memberships.get(number, []) if m["class"] == "committee"]
        ends = [min(m.get("to", "9999-12-31"), f"{YEAR}-12-31") for m in seats
                if m["from"] <= f"{YEAR}-12-31" and m.get("to", "9999-12-31") >= f"{YEAR}-01-01"]
        return self.roles(number, max(ends)) if ends else set()

    def facts(self):
        """All facts of the year by member, in order of day."""
        facts = {number: [] for number in self.members}
        for record in self.records:
            seen = set()
            for person in record.get("people", []):
                number = person["member"]
                if number in seen or not person.get("confirmed", True):
                    continue
                seen.add(number)
                facts[number].append(Fact(record, person, self.roles(number, record["from"])))
        for rows in facts.values():
            rows.sort(key=lambda fact: (fact.day, int(fact.record)))
        return facts


def capped(amount, cap):
    return min(amount, F(cap))


class Sheet:
    """Lines of one member: amount and records looked at, by indicator."""

    def __init__(self, facts, last_roles):
        self.facts = facts
        self.amounts, self.records = {}, {}
        self.meetings(last_roles)
        self.advice()
        self.activities()
        self.service()
        self.deductions()

    def line(self, indicator, facts, amount):
        self.records[indicator] = [fact.record for fact in facts]
        self.amounts[indicator] = F(amount)

    def there(self, *kinds, **conditions):
        return [f for f in self.facts if f.there and f.kind in kinds
                and all(getattr(f, name) == wanted for name, wanted in conditions.items())]

    def meetings(self, last_roles):
        plenary = self.there("plenary")
        # The whole course is every half-day held, without leaving early.
        worth = [15 if f.attended >= f.held and f.status != "leftEarly" else 8 for f in plenary]
        self.line("S101", plenary, max(worth, default=0))
        own = self.there("standing", invited="member")
        if "standing" in last_roles:
            known = [f for f in self.facts if f.kind == "standing" and f.invited == "member" and f.status != "unknown"]
            self.line("S102", own, F(8 * len(own), len(known)) if known else 0)
        else:
            self.line("S102", own, 0)
        study = self.there("study")
        self.line("S103", study, capped(sum(2 * f.attended for f in study), 8))
        sat_in = [f for f in self.facts if f.there and (
            f.kind in {"chairs", "consultation-meeting", "committee-meeting", "briefing", "group-meeting",
                       "other-meeting"} or (f.kind == "standing" and f.invited == "attending"))]
        self.line("S104", sat_in, capped(3 * len(sat_in), 9))
        essays = self.there("essay", "notes")
        self.line("S105", essays, capped(2 * len(essays), 4))

    def advice(self):
        filed = [f for f in self.there("proposal") if "filed" in f.stages]
        signed = [f for f in filed if f.part in {"firstSigner", "coSigner"}]
        worth = [6 if f.part == "coSigner" else 12 if f.mode == "individual" else 10 for f in signed]
        self.line("S201", signed, capped(max(worth, default=0), 12))
        first = [f for f in filed if f.part == "firstSigner"]
        self.line("S202", first, capped(4 * max(0, len(first) - 1), 8))
        honoured = [f for f in self.there("proposal", part="firstSigner") if f.honours]
        value = {"numberOne": 5, "key": 4, "excellent": 5}
        self.line("S203", honoured, capped(sum(value[h] for f in honoured for h in f.honours), 14))
        researched = [f for f in first if f.researched]
        self.line("S204", researched, capped(2 * len(researched), 4))
        opinions = [f for f in self.there("opinion") if not f.same_work]
        self.line("S205", opinions, 6 if opinions else 0)
        self.adopted_opinions()
        self.research()
        speeches = self.there("speech")
        self.line("S209", speeches, capped(max([6 if f.oral else 4 for f in speeches], default=0), 6))
        texts = self.there("history", "press")
        points = [4 if f.levels & {"province", "nation"} else 3 if "prefecture" in f.levels else 2 for f in texts]
        self.line("S210", texts, capped(sum(points), 6))

    def adopted_opinions(self):
        ladder = (("nation", 8), ("province", 5), ("prefecture", 3), ("county", 2))
        counted, points = [], 0
        for fact in self.there("opinion", adopted=True):
            worth = next((value for level, value in ladder if level in fact.levels), None)
            if worth is not None:
                counted.append(fact)
                points += worth
        self.line("S206", counted, capped(points, 10))

    def research(self):
        counted, points = [], 0
        for fact in self.there("research", "supervision-advice"):
            worth = {"drafter": 8, "author": 8, "teamMember": 4, "coAuthor": 4}.get(fact.part)
            if worth is not None:
                counted.append(fact)
                points += worth
        self.line("S207", counted, capped(points, 12))
        fruitful = [f for f in self.there("research", "supervision-advice") if f.adopted or f.instructed]
        self.line("S208", fruitful, capped(sum(2 * f.adopted + 2 * f.instructed for f in fruitful), 6))

    def activities(self):
        sector = self.there("sector-activity")
        self.line("S301", sector, capped(4 * len(sector), 12))
        led = [f for f in sector if f.part == "organizer" or "convener" in f.roles]
        self.line("S302", led, capped(2 * len(led), 6))
        field = self.there(*SURVEYS, *SUPERVISIONS)
        self.line("S303", field, capped(4 * len(field), 12))
        other = self.there(*OTHER_ACTIVITIES)
        months = {}
        for fact in other:
            months[fact.day[:7]] = months.get(fact.day[:7], 0) + 1
        self.line("S304", other, capped(3 * sum(min(2, count) for count in months.values()), 9))
        lectures = [f for f in self.there("lecture") if f.part in {"speaker", "listener", "attendee", "organizer"}]
        self.line("S305", lectures, capped(sum(8 if f.part == "speaker" else 2 for f in lectures), 10))

    def service(self):
        welfare = self.there("welfare")
        self.line("S401", welfare, capped(3 * len(welfare), 6))
        enterprise = self.there("enterprise-service", "investment")
        self.line("S402", enterprise, capped(4 * len(enterprise), 8))
        pairing = self.there("pairing")
        self.line("S403", pairing, 4 if pairing else 0)
        matters = self.there("mediation", "other-service", evidence=True)
        self.line("S404", matters, 3 if matters else 0)
        ladder = {"nation": 10, "province": 7, "prefecture": 5, "county": 3}
        honours = [f for f in self.there("commendation") if f.levels & set(ladder)]
        best = max([ladder[level] for f in honours for level in f.levels if level in ladder], default=0)
        self.line("S501", honours, best)

    def deductions(self):
        missed = [f for f in self.facts if f.kind in ATTENDED and f.status in MISSING]
        plenary = [f for f in missed if f.kind == "plenary"]
        self.line("S601", plenary, -10 * len(plenary))
        standing = [f for f in missed if f.kind == "standing" and "standing" in f.roles]
        self.line("S602", standing, -4 * len(standing))
        others = [f for f in missed if f.kind not in {"plenary", "standing"}]
        self.line("S603", others, -capped(2 * len(others), 10))
        hasty = [f for f in self.facts if f.kind in ATTENDED and f.status in {"late", "leftEarly"}]
        self.line("S604", hasty, -capped(F(len(hasty), 2), 3))

    def groups(self):
        totals = {name: sum(self.amounts[line] for line in lines) for name, lines in GROUPS.items()}
        return {name: max(total, F(-30)) if name == "S6" else capped(total, CAPS[name])
                for name, total in totals.items()}

    def total(self):
        return sum(self.groups().values())

    def gate(self):
        return bool(self.there("plenary") and self.there("proposal", "opinion")
                    and self.there(*SURVEYS, *SUPERVISIONS, "sector-activity"))

    def grade(self):
        total = self.total()
        grade = "优秀" if total >= 80 else "良好" if total >= 60 else "称职" if total >= 30 else "不称职"
        return "称职" if not self.gate() and grade in {"优秀", "良好"} else grade


def program_says(options, number):
    command = [options.lvzhi, "score", "show", number, "--year", str(YEAR), "--format", "json"]
    if options.store:
        command += ["--store", options.store]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        print(f"{' '.join(command)}\n{answer.stderr}", file=sys.stderr)
        sys.exit(2)
    return json.loads(answer.stdout)


def differences(number, sheet, profile):
    """What differs, one line each."""
    def differ(what, ours, theirs):
        return [f"{number} {what}：重算 {ours}，程序 {theirs}"] if ours != theirs else []

    found = differ("总分", sheet.total(), F(profile["total"]["exact"]))
    found += differ("等次", sheet.grade(), profile["grade"]["name"])
    found += differ("门槛", sheet.gate(), all(gate["met"] for gate in profile["gates"]))
    theirs = {group["id"]: F(group["amount"]["exact"]) for group in profile["groups"]}
    for group, amount in sheet.groups().items():
        found += differ(group, amount, theirs.get(group))
    lines = {line["indicator"]: line for line in profile["lines"]}
    found += differ("指标", sorted(sheet.amounts), sorted(lines))
    for indicator in sorted(set(sheet.amounts) & set(lines)):
        line = lines[indicator]
        found += differ(indicator, sheet.amounts[indicator], F(line["amount"]["exact"]))
        ours, theirs_records = sorted(sheet.records[indicator]), sorted(r["record"] for r in line["records"])
        found += differ(f"{indicator} 的记录", ours, theirs_records)
    return found


def main():
    parser = argparse.ArgumentParser(description="按样例办法独立重算，与程序的结果逐项比较。")
    parser.add_argument("archive", help="lvzhi export 写出的存档")
    parser.add_argument("--lvzhi", default="lvzhi", help="程序的路径")
    parser.add_argument("--store", default="", help="登记库的路径")
    parser.add_argument("--members", default="20", help="随机抽几名委员，或 all")
    parser.add_argument("--seed", type=int, default=1, help="抽取的种子")
    options = parser.parse_args()

    archive = Archive(options.archive)
    numbers = sorted(archive.members)
    if not numbers:
        print("存档里没有委员", file=sys.stderr)
        sys.exit(2)
    if options.members != "all":
        numbers = sorted(random.Random(options.seed).sample(numbers, min(int(options.members), len(numbers))))
    facts = archive.facts()
    found, lines = [], 0
    for number in numbers:
        sheet = Sheet(facts[number], archive.last_roles(number))
        lines += len(sheet.amounts)
        found += differences(number, sheet, program_says(options, number))
    for difference in found:
        print(difference)
    if found:
        print(f"{len(numbers)} 名委员中有 {len(found)} 处不同。")
        sys.exit(1)
    print(f"{len(numbers)} 名委员的总分、等次和 {lines} 个指标全部相同。")


if __name__ == "__main__":
    main()
