"""Names of months and weekdays as they are printed, in both languages."""

from __future__ import annotations

_MONTHS = (
    "Januari January Jan",
    "Februari Pebruari February Feb",
    "Maret March Mar",
    "April Apr",
    "Mei May",
    "Juni June Jun",
    "Juli July Jul",
    "Agustus August Agust Agu Agt Ags Aug",
    "September Sept Sep",
    "Oktober October Okt Oct",
    "November Nopember Nov Nop",
    "Desember December Des Dec",
)
_WEEKDAYS = (
    "Senin Monday Sen Mon",
    "Selasa Tuesday Sel Tue",
    "Rabu Wednesday Rab Wed",
    "Kamis Thursday Kam Thu",
    "Jumat Jum'at Jum’at Friday Jum Fri",
    "Sabtu Saturday Sab Sat",
    "Minggu Ahad Sunday Min Sun",
)

# Lower-case name to number: January is 1, Monday is 0, as in the standard library.
MONTHS = {
    name.lower(): number for number, row in enumerate(_MONTHS, start=1) for name in row.split()
}
WEEKDAYS = {name.lower(): number for number, row in enumerate(_WEEKDAYS) for name in row.split()}
