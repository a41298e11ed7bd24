# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'meeting_sending.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QVBoxLayout,
    QWidget)

from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.lists.finding_list import FindingList
class Ui_MeetingSending(object):
    def setupUi(self, MeetingSending):
        if not MeetingSending.objectName():
            MeetingSending.setObjectName(u"MeetingSending")
        MeetingSending.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(MeetingSending)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.pair = QHBoxLayout()
        self.pair.setSpacing(12)
        self.pair.setObjectName(u"pair")
        self.dayField = Field(MeetingSending)
        self.dayField.setObjectName(u"dayField")
        self.dayColumn = QVBoxLayout(self.dayField)
        self.dayColumn.setObjectName(u"dayColumn")
        self.dayEdit = JalaliDateEdit(self.dayField)
        self.dayEdit.setObjectName(u"dayEdit")

        self.dayColumn.addWidget(self.dayEdit)


        self.pair.addWidget(self.dayField)

        self.wayField = Field(MeetingSending)
        self.wayField.setObjectName(u"wayField")
        self.wayColumn = QVBoxLayout(self.wayField)
        self.wayColumn.setObjectName(u"wayColumn")
        self.wayEdit = ChoiceField(self.wayField)
        self.wayEdit.setObjectName(u"wayEdit")

        self.wayColumn.addWidget(self.wayEdit)


        self.pair.addWidget(self.wayField)


        self.column.addLayout(self.pair)

        self.second = QHBoxLayout()
        self.second.setSpacing(12)
        self.second.setObjectName(u"second")
        self.numberField = Field(MeetingSending)
        self.numberField.setObjectName(u"numberField")
        self.numberColumn = QVBoxLayout(self.numberField)
        self.numberColumn.setObjectName(u"numberColumn")
        self.numberEdit = LineField(self.numberField)
        self.numberEdit.setObjectName(u"numberEdit")

        self.numberColumn.addWidget(self.numberEdit)


        self.second.addWidget(self.numberField)

        self.noteField = Field(MeetingSending)
        self.noteField.setObjectName(u"noteField")
        self.noteColumn = QVBoxLayout(self.noteField)
        self.noteColumn.setObjectName(u"noteColumn")
        self.noteEdit = LineField(self.noteField)
        self.noteEdit.setObjectName(u"noteEdit")

        self.noteColumn.addWidget(self.noteEdit)


        self.second.addWidget(self.noteField)


        self.column.addLayout(self.second)

        self.inviteesField = Field(MeetingSending)
        self.inviteesField.setObjectName(u"inviteesField")
        self.inviteesColumn = QVBoxLayout(self.inviteesField)
        self.inviteesColumn.setObjectName(u"inviteesColumn")
        self.inviteesHolder = QWidget(self.inviteesField)
        self.inviteesHolder.setObjectName(u"inviteesHolder")
        self.invitees = QVBoxLayout(self.inviteesHolder)
        self.invitees.setSpacing(4)
        self.invitees.setObjectName(u"invitees")
        self.invitees.setContentsMargins(0, 0, 0, 0)

        self.inviteesColumn.addWidget(self.inviteesHolder)


        self.column.addWidget(self.inviteesField)

        self.findings = FindingList(MeetingSending)
        self.findings.setObjectName(u"findings")

        self.column.addWidget(self.findings)


        self.retranslateUi(MeetingSending)
    # setupUi

    def retranslateUi(self, MeetingSending):
        self.dayField.setProperty(u"label_text", QCoreApplication.translate("MeetingSending", u"\u0631\u0648\u0632 \u0627\u0631\u0633\u0627\u0644", None))
        self.wayField.setProperty(u"label_text", QCoreApplication.translate("MeetingSending", u"\u0634\u06cc\u0648\u0647\u0654 \u0627\u0631\u0633\u0627\u0644", None))
        self.numberField.setProperty(u"label_text", QCoreApplication.translate("MeetingSending", u"\u0634\u0645\u0627\u0631\u0647\u0654 \u0646\u0627\u0645\u0647", None))
        self.numberField.setProperty(u"hint_text", QCoreApplication.translate("MeetingSending", u"\u0627\u0632 \u062f\u0641\u062a\u0631 \u0635\u0627\u062f\u0631\u0647\u060c \u0627\u06af\u0631 \u062f\u0627\u0631\u062f", None))
        self.noteField.setProperty(u"label_text", QCoreApplication.translate("MeetingSending", u"\u062a\u0648\u0636\u06cc\u062d", None))
        self.inviteesField.setProperty(u"label_text", QCoreApplication.translate("MeetingSending", u"\u06af\u06cc\u0631\u0646\u062f\u06af\u0627\u0646", None))
        pass
    # retranslateUi

