"""Messages for refusals of the rules of people, seats, nominations and units; each sentence ends with what to do."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.tables import Facts, Table


def _taken(facts: Facts) -> str:
    if str(facts["role"]) == "alternate":
        return (
            f"{facts['name']} در این روزها علی‌البدل این کرسی است. "
            "نخست پایان عضویت او را ثبت کنید، یا روز دیگری بنویسید."
        )
    return f"{facts['name']} در این روزها همین کرسی را دارد. پایان عضویت او را ثبت کنید یا «جانشین تازه» را بزنید."


REFUSALS: Final[Table] = {
    # people
    "person_without_name": lambda _facts: "نام شخص نوشته نشده است. نام و نام خانوادگی را بنویسید.",
    "person_twice": lambda facts: (
        f"«{facts['name']}» با همین سمت در فهرست اشخاص هست. همان را به کار ببرید یا سمت را روشن‌تر بنویسید."
    ),
    "person_in_seat": lambda facts: (
        f"{facts['name']} کرسی «{facts['seat']}» را دارد و بایگانی نمی‌شود. نخست پایان عضویت را در آن کرسی ثبت کنید."
    ),
    "person_follows_up": lambda facts: (
        f"{facts['name']} مسئول پیگیری {persian(facts['count'])} مصوبهٔ باز است و بایگانی نمی‌شود. "
        "نخست آن مصوبه‌ها را به پایان برسانید."
    ),
    "person_archived": lambda facts: f"{facts['name']} بایگانی شده است. او را بازگردانید یا فرد دیگری برگزینید.",
    # seats
    "seat_without_title": lambda _facts: "عنوان کرسی نوشته نشده است. عنوان آن را، مانند «نماینده»، بنویسید.",
    "seat_in_use": lambda facts: (
        f"کرسی «{facts['title']}» در دست {facts['name']} است و بایگانی نمی‌شود. نخست پایان عضویت را ثبت کنید."
    ),
    "seat_archived": lambda facts: f"کرسی «{facts['title']}» بایگانی شده است. نخست آن را بازگردانید.",
    "record_not_in_order": lambda _facts: (
        "این ردیف بایگانی شده است و در ترتیب جایی ندارد. برای جابه‌جایی نخست آن را بازگردانید."
    ),
    # nominations
    "nominee_missing": lambda _facts: "شخصی برای این کرسی برگزیده نشده است. نام او را برگزینید یا بنویسید.",
    "letter_without_day": lambda _facts: (
        "تاریخ معرفی‌نامه نوشته نشده است. مهلت سه‌هفته‌ای با آن سنجیده می‌شود؛ تاریخ نامه را بنویسید."
    ),
    "letter_day_ahead": lambda _facts: "تاریخ معرفی‌نامه پس از امروز است. روزی تا امروز بنویسید.",
    "nomination_before_signing": lambda facts: (
        f"تاریخ معرفی‌نامه پیش از امضای تفاهم‌نامه است. تاریخی از {persian(facts['day'])} به بعد بنویسید."
    ),
    "membership_before_signing": lambda facts: (
        f"آغاز عضویت پیش از امضای تفاهم‌نامه است. تاریخی از {persian(facts['day'])} به بعد بنویسید."
    ),
    "membership_before_letter": lambda facts: (
        f"آغاز عضویت پیش از معرفی‌نامه است. تاریخی از {persian(facts['day'])} به بعد بنویسید."
    ),
    "membership_ends_before_it_begins": lambda facts: (
        f"پایان عضویت پیش از آغاز آن است. تاریخی از {persian(facts['day'])} به بعد بنویسید."
    ),
    "membership_without_beginning": lambda _facts: "این عضویت آغاز شده است و روز آغاز آن خالی نمی‌ماند. آن را بنویسید.",
    "membership_without_end": lambda _facts: "این عضویت پایان یافته است و روز پایان آن خالی نمی‌ماند. آن را بنویسید.",
    "person_in_two_seats": lambda facts: (
        f"{facts['name']} در این روزها کرسی دیگری دارد ({facts['seat']}). "
        "عضویت پیشین را پایان دهید یا فرد دیگری برگزینید."
    ),
    "person_in_this_seat": lambda facts: (
        f"{facts['name']} در این روزها در همین کرسی است. عضویت پیشین را پایان دهید یا فرد دیگری برگزینید."
    ),
    "seat_taken": _taken,
    # units
    "unit_without_name": lambda _facts: "نام واحد نوشته نشده است. نام آن را بنویسید.",
    "unit_twice": lambda facts: f"واحدی با نام «{facts['name']}» در همین طرف هست. نام دیگری بنویسید.",
    "agency_of_center": lambda _facts: (
        "دستگاه‌های استان با استانداری هماهنگ‌اند و در مرکز ملی جایی ندارند. نوع را «واحد» برگزینید."
    ),
    "parent_of_other_party": lambda facts: (
        f"«{facts['name']}» از طرف دیگر تفاهم‌نامه است. واحد بالادست را از همین طرف برگزینید."
    ),
    "parent_archived": lambda facts: (
        f"واحد بالادست «{facts['name']}» بایگانی شده است. آن را بازگردانید یا واحد دیگری برگزینید."
    ),
    "unit_under_itself": lambda _facts: "یک واحد زیر خودش یا زیرمجموعهٔ خودش نمی‌رود. واحد بالادست دیگری برگزینید.",
    "unit_has_children": lambda facts: (
        f"این واحد {persian(facts['count'])} زیرمجموعه دارد و بایگانی نمی‌شود. "
        "نخست آن‌ها را بایگانی کنید یا زیر واحد دیگری ببرید."
    ),
    "unit_has_open_tasks": lambda facts: (
        f"این واحد {persian(facts['count'])} وظیفهٔ باز دارد و بایگانی نمی‌شود. نخست وظیفه‌ها را به پایان برسانید."
    ),
}
