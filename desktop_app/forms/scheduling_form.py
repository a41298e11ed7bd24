# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'scheduling_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QVBoxLayout,
    QWidget)

from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.dates.time_edit import TimeEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.segmented import SegmentedSwitch
from desktop_app.widgets.lists.finding_list import FindingList
class Ui_SchedulingForm(object):
    def setupUi(self, SchedulingForm):
        if not SchedulingForm.objectName():
            SchedulingForm.setObjectName(u"SchedulingForm")
        SchedulingForm.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(SchedulingForm)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.kindField = Field(SchedulingForm)
        self.kindField.setObjectName(u"kindField")
        self.kindColumn = QVBoxLayout(self.kindField)
        self.kindColumn.setObjectName(u"kindColumn")
        self.kindEdit = SegmentedSwitch(self.kindField)
        self.kindEdit.setObjectName(u"kindEdit")

        self.kindColumn.addWidget(self.kindEdit)


        self.column.addWidget(self.kindField)

        self.pair = QHBoxLayout()
        self.pair.setSpacing(12)
        self.pair.setObjectName(u"pair")
        self.dayField = Field(SchedulingForm)
        self.dayField.setObjectName(u"dayField")
        self.dayColumn = QVBoxLayout(self.dayField)
        self.dayColumn.setObjectName(u"dayColumn")
        self.dayEdit = JalaliDateEdit(self.dayField)
        self.dayEdit.setObjectName(u"dayEdit")

        self.dayColumn.addWidget(self.dayEdit)


        self.pair.addWidget(self.dayField)

        self.startsField = Field(SchedulingForm)
        self.startsField.setObjectName(u"startsField")
        self.startsField.setMaximumSize(QSize(140, 16777215))
        self.startsColumn = QVBoxLayout(self.startsField)
        self.startsColumn.setObjectName(u"startsColumn")
        self.startsEdit = TimeEdit(self.startsField)
        self.startsEdit.setObjectName(u"startsEdit")

        self.startsColumn.addWidget(self.startsEdit)


        self.pair.addWidget(self.startsField)


        self.column.addLayout(self.pair)

        self.findings = FindingList(SchedulingForm)
        self.findings.setObjectName(u"findings")

        self.column.addWidget(self.findings)

        self.placeField = Field(SchedulingForm)
        self.placeField.setObjectName(u"placeField")
        self.placeColumn = QVBoxLayout(self.placeField)
        self.placeColumn.setObjectName(u"placeColumn")
        self.placeEdit = LineField(self.placeField)
        self.placeEdit.setObjectName(u"placeEdit")

        self.placeColumn.addWidget(self.placeEdit)


        self.column.addWidget(self.placeField)

        self.parkedHolder = QWidget(SchedulingForm)
        self.parkedHolder.setObjectName(u"parkedHolder")
        self.parkedColumn = QVBoxLayout(self.parkedHolder)
        self.parkedColumn.setSpacing(4)
        self.parkedColumn.setObjectName(u"parkedColumn")
        self.parkedColumn.setContentsMargins(0, 0, 0, 0)
        self.parkedTitle = TextLabel(self.parkedHolder)
        self.parkedTitle.setObjectName(u"parkedTitle")

        self.parkedColumn.addWidget(self.parkedTitle)


        self.column.addWidget(self.parkedHolder)

        self.agendaNote = TextLabel(SchedulingForm)
        self.agendaNote.setObjectName(u"agendaNote")

        self.column.addWidget(self.agendaNote)


        self.retranslateUi(SchedulingForm)
    # setupUi

    def retranslateUi(self, SchedulingForm):
        self.kindField.setProperty(u"label_text", QCoreApplication.translate("SchedulingForm", u"\u0646\u0648\u0639 \u062c\u0644\u0633\u0647", None))
        self.dayField.setProperty(u"label_text", QCoreApplication.translate("SchedulingForm", u"\u0631\u0648\u0632", None))
        self.dayField.setProperty(u"hint_text", QCoreApplication.translate("SchedulingForm", u"\u0628\u062f\u0648\u0646 \u0631\u0648\u0632\u060c \u062c\u0644\u0633\u0647 \u067e\u06cc\u0634\u200c\u0646\u0648\u06cc\u0633 \u0645\u06cc\u200c\u0645\u0627\u0646\u062f", None))
        self.startsField.setProperty(u"label_text", QCoreApplication.translate("SchedulingForm", u"\u0633\u0627\u0639\u062a", None))
        self.placeField.setProperty(u"label_text", QCoreApplication.translate("SchedulingForm", u"\u0645\u062d\u0644", None))
        self.parkedTitle.setText(QCoreApplication.translate("SchedulingForm", u"\u0628\u0646\u062f\u0647\u0627\u06cc \u06a9\u0646\u0627\u0631\u06af\u0630\u0627\u0634\u062a\u0647 \u06a9\u0647 \u0628\u0647 \u062f\u0633\u062a\u0648\u0631 \u0645\u06cc\u200c\u0622\u06cc\u062f", None))
        pass
    # retranslateUi

