# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'holidays_section.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QCheckBox, QHBoxLayout, QSizePolicy, QSpacerItem, QTableWidget, QVBoxLayout)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
class Ui_HolidaysSection(object):
    def setupUi(self, HolidaysSection):
        if not HolidaysSection.objectName():
            HolidaysSection.setObjectName(u"HolidaysSection")
        HolidaysSection.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(HolidaysSection)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.yearLine = QHBoxLayout()
        self.yearLine.setSpacing(8)
        self.yearLine.setObjectName(u"yearLine")
        self.yearLine.setContentsMargins(0, 0, 0, 0)
        self.earlier = Button(HolidaysSection)
        self.earlier.setObjectName(u"earlier")
        self.earlier.setProperty(u"kind", u"quiet")
        self.earlier.setProperty(u"icon_name", u"chevron-right")
        self.earlier.setProperty(u"compact", True)

        self.yearLine.addWidget(self.earlier)

        self.year = TextLabel(HolidaysSection)
        self.year.setObjectName(u"year")

        self.yearLine.addWidget(self.year)

        self.later = Button(HolidaysSection)
        self.later.setObjectName(u"later")
        self.later.setProperty(u"kind", u"quiet")
        self.later.setProperty(u"icon_name", u"chevron-left")
        self.later.setProperty(u"compact", True)

        self.yearLine.addWidget(self.later)

        self.count = TextLabel(HolidaysSection)
        self.count.setObjectName(u"count")

        self.yearLine.addWidget(self.count)

        self.yearGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.yearLine.addItem(self.yearGap)

        self.offer = Button(HolidaysSection)
        self.offer.setObjectName(u"offer")
        self.offer.setProperty(u"kind", u"outlined")
        self.offer.setProperty(u"icon_name", u"download")
        self.offer.setProperty(u"compact", True)

        self.yearLine.addWidget(self.offer)


        self.column.addLayout(self.yearLine)

        self.table = QTableWidget(HolidaysSection)
        self.table.setObjectName(u"table")

        self.column.addWidget(self.table)

        self.unknown = MessageBand(HolidaysSection)
        self.unknown.setObjectName(u"unknown")

        self.column.addWidget(self.unknown)

        self.addLine = QHBoxLayout()
        self.addLine.setSpacing(12)
        self.addLine.setObjectName(u"addLine")
        self.addLine.setContentsMargins(0, 0, 0, 0)
        self.dayField = Field(HolidaysSection)
        self.dayField.setObjectName(u"dayField")
        self.dayColumn = QVBoxLayout(self.dayField)
        self.dayColumn.setSpacing(0)
        self.dayColumn.setObjectName(u"dayColumn")
        self.dayColumn.setContentsMargins(0, 0, 0, 0)
        self.day = JalaliDateEdit(self.dayField)
        self.day.setObjectName(u"day")

        self.dayColumn.addWidget(self.day)


        self.addLine.addWidget(self.dayField)

        self.nameField = Field(HolidaysSection)
        self.nameField.setObjectName(u"nameField")
        self.nameColumn = QVBoxLayout(self.nameField)
        self.nameColumn.setSpacing(0)
        self.nameColumn.setObjectName(u"nameColumn")
        self.nameColumn.setContentsMargins(0, 0, 0, 0)
        self.name = LineField(self.nameField)
        self.name.setObjectName(u"name")

        self.nameColumn.addWidget(self.name)


        self.addLine.addWidget(self.nameField)


        self.column.addLayout(self.addLine)

        self.addActs = QHBoxLayout()
        self.addActs.setSpacing(8)
        self.addActs.setObjectName(u"addActs")
        self.addActs.setContentsMargins(0, 0, 0, 0)
        self.estimated = QCheckBox(HolidaysSection)
        self.estimated.setObjectName(u"estimated")

        self.addActs.addWidget(self.estimated)

        self.addGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.addActs.addItem(self.addGap)

        self.add = Button(HolidaysSection)
        self.add.setObjectName(u"add")
        self.add.setProperty(u"kind", u"outlined")
        self.add.setProperty(u"icon_name", u"plus")
        self.add.setProperty(u"compact", True)

        self.addActs.addWidget(self.add)

        self.remove = Button(HolidaysSection)
        self.remove.setObjectName(u"remove")
        self.remove.setProperty(u"kind", u"quiet")
        self.remove.setProperty(u"icon_name", u"trash-2")
        self.remove.setProperty(u"hint", u"Del")
        self.remove.setProperty(u"compact", True)

        self.addActs.addWidget(self.remove)


        self.column.addLayout(self.addActs)


        self.retranslateUi(HolidaysSection)
    # setupUi

    def retranslateUi(self, HolidaysSection):
#if QT_CONFIG(accessibility)
        self.earlier.setAccessibleName(QCoreApplication.translate("HolidaysSection", u"\u0633\u0627\u0644 \u067e\u06cc\u0634", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.earlier.setToolTip(QCoreApplication.translate("HolidaysSection", u"\u0633\u0627\u0644 \u067e\u06cc\u0634", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.later.setAccessibleName(QCoreApplication.translate("HolidaysSection", u"\u0633\u0627\u0644 \u0628\u0639\u062f", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.later.setToolTip(QCoreApplication.translate("HolidaysSection", u"\u0633\u0627\u0644 \u0628\u0639\u062f", None))
#endif // QT_CONFIG(tooltip)
        self.offer.setText(QCoreApplication.translate("HolidaysSection", u"\u0627\u0641\u0632\u0648\u062f\u0646 \u062c\u062f\u0648\u0644 \u0647\u0645\u0631\u0627\u0647 \u0628\u0631\u0646\u0627\u0645\u0647", None))
#if QT_CONFIG(accessibility)
        self.offer.setAccessibleName(QCoreApplication.translate("HolidaysSection", u"\u0627\u0641\u0632\u0648\u062f\u0646 \u062c\u062f\u0648\u0644 \u0647\u0645\u0631\u0627\u0647 \u0628\u0631\u0646\u0627\u0645\u0647", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("HolidaysSection", u"\u062a\u0639\u0637\u06cc\u0644\u0627\u062a \u0631\u0633\u0645\u06cc \u0633\u0627\u0644", None))
#endif // QT_CONFIG(accessibility)
        self.dayField.setProperty(u"label_text", QCoreApplication.translate("HolidaysSection", u"\u0631\u0648\u0632 \u062a\u0639\u0637\u06cc\u0644 \u062a\u0627\u0632\u0647", None))
        self.nameField.setProperty(u"label_text", QCoreApplication.translate("HolidaysSection", u"\u0646\u0627\u0645", None))
        self.estimated.setText(QCoreApplication.translate("HolidaysSection", u"\u062a\u0627\u0631\u06cc\u062e \u0622\u0646 \u0647\u0646\u0648\u0632 \u0642\u0637\u0639\u06cc \u0646\u06cc\u0633\u062a", None))
#if QT_CONFIG(accessibility)
        self.estimated.setAccessibleName(QCoreApplication.translate("HolidaysSection", u"\u062a\u0627\u0631\u06cc\u062e \u0622\u0646 \u0647\u0646\u0648\u0632 \u0642\u0637\u0639\u06cc \u0646\u06cc\u0633\u062a", None))
#endif // QT_CONFIG(accessibility)
        self.add.setText(QCoreApplication.translate("HolidaysSection", u"\u0627\u0641\u0632\u0648\u062f\u0646 \u0631\u0648\u0632", None))
#if QT_CONFIG(accessibility)
        self.add.setAccessibleName(QCoreApplication.translate("HolidaysSection", u"\u0627\u0641\u0632\u0648\u062f\u0646 \u0631\u0648\u0632 \u062a\u0639\u0637\u06cc\u0644", None))
#endif // QT_CONFIG(accessibility)
        self.remove.setText(QCoreApplication.translate("HolidaysSection", u"\u0628\u0631\u062f\u0627\u0634\u062a\u0646 \u0631\u0648\u0632", None))
#if QT_CONFIG(accessibility)
        self.remove.setAccessibleName(QCoreApplication.translate("HolidaysSection", u"\u0628\u0631\u062f\u0627\u0634\u062a\u0646 \u0631\u0648\u0632 \u0628\u0631\u06af\u0632\u06cc\u062f\u0647", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

