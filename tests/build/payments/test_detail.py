"""The words of columns that are no field of their own are kept beside the fields."""

from data.build.payments import read
from data.build.payments.report import as_frame

HEADER = (
    "Directorate,Service Area,Supplier,Payment date,Transaction no,Net amount,"
    "Cost Centre,Cost Centre Name,VCSE\n"
)
ROWS = """People,Adult Social Care,Firm A Ltd,01/04/2022,1,100.00,1MC20,Home Care,FALSE
People,Adult Social Care,Firm B Ltd,02/04/2022,2,200.00,1MC20,Home Care,FALSE
People,Adult Social Care,Firm C Ltd,03/04/2022,3,300.00,1MC20,N/A,TRUE
People,Adult Social Care,Firm D Ltd,04/04/2022,4,400.00,1MC20,Home Care,FALSE
"""


def test_words_of_further_columns_are_joined_without_codes_marks_and_blanks():
    reading = read("aldby/2022-04.csv", (HEADER + ROWS).encode())
    assert as_frame(reading)["detail"].to_list() == [
        "Adult Social Care | Home Care",
        "Adult Social Care | Home Care",
        "Adult Social Care",
        "Adult Social Care | Home Care",
    ]
    assert reading.columns["department"] == "Directorate"
    assert "Service Area" in reading.columns["detail"]
